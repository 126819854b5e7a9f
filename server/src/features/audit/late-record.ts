import { currentOrigin } from '../../host/origin';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { clockPort } from '../../kernel/clock';
import type { Forgotten } from '../../kernel/erasure';
import { asSystem } from '../../kernel/frame';
import type { AuditFact, LateRecorder, Recorder } from '../../kernel/record';
import { canonicalJson } from './domain/canonical-json';
import { namesSomebody } from './domain/names-somebody';

/** One actor's repetitions of one thing. */
interface Window {
  readonly openedAt: number;
  fact: AuditFact;
  /** How often it happened since it was last written. */
  pending: number;
  isWritten: boolean;
}

const WINDOW_MS = 60_000;
const TICK_MS = 250;

/** Kinds of things that are told apart at once. More than that is a flood, which is counted by what was done alone. */
const APART = 1_000;

/** What counts as the same: who did what, to which type of thing, with what outcome. Which record it was does not. */
const keyOf = ({ action, actor, target, details = {}, personal, origin }: AuditFact): string =>
  canonicalJson([action, actor, target.type, details['feature'], details['action'], details['code'], details['user'], personal, origin?.ip]);

const keyInFlood = ({ action, target }: AuditFact): string => canonicalJson([action, target.type]);

/**
 * Facts that are written after the request that they belong to. The first of its kind is written at once;
 * what repeats within a minute is counted and written at its end, so that a loop cannot fill the log.
 */
export const createLateRecorder = (strapi: Strapi, record: Recorder) => {
  const windows = new Map<string, Window>();
  const now = () => clockPort.of(strapi)().getTime();
  let timer: NodeJS.Timeout | undefined;

  const write = async (window: Window): Promise<void> => {
    const { fact, pending } = window;
    window.pending = 0;
    try {
      await asSystem(() => transaction(strapi, () => record({ ...fact, details: { ...fact.details, count: pending } })));
      window.isWritten = true;
    } catch (error) {
      window.pending += pending;
      strapi.log.error(`roster: a refusal could not be written to the audit log, and will be tried again: ${(error as Error).message}`);
    }
  };

  const sweep = async (everything: boolean): Promise<void> => {
    const at = now();
    for (const [key, window] of [...windows]) {
      const isOver = everything || at - window.openedAt >= WINDOW_MS;
      if (window.pending > 0 && (!window.isWritten || isOver)) await write(window);
      if (isOver && window.pending === 0) windows.delete(key);
    }
  };

  /** One sweep after the other: two at once would write a fact twice. */
  let sweeping: Promise<void> = Promise.resolve();
  const next = (everything: boolean): Promise<void> => (sweeping = sweeping.then(() => sweep(everything)));

  const note: LateRecorder = (told) => {
    // It is written when the request is over: where it came from is to be known now.
    const fact = { ...told, origin: told.origin ?? currentOrigin(strapi) };
    const key = windows.size < APART || windows.has(keyOf(fact)) ? keyOf(fact) : keyInFlood(fact);
    const window = windows.get(key);
    if (!window) windows.set(key, { openedAt: now(), fact, pending: 1, isWritten: false });
    else {
      window.fact = fact;
      window.pending += 1;
    }
  };

  /** What is known of somebody goes; that something happened stays. */
  const forget = ({ member, logins, words, apiUser, panelUser }: Forgotten): void => {
    const isAbout = ({ actor, target, details, personal = {} }: AuditFact): boolean => {
      const user = (details?.['user'] as { readonly documentId?: string } | undefined)?.documentId;
      const isHis = [apiUser, panelUser].some((documentId) => documentId !== null && (documentId === user || documentId === target.id));
      return isHis || actor.member === member || namesSomebody(JSON.stringify(personal), { logins, words });
    };
    for (const window of windows.values()) {
      const { personal: _personal, origin, ...fact } = window.fact;
      if (isAbout(window.fact)) window.fact = { ...fact, origin: { door: origin?.door ?? 'system' } };
    }
  };

  return {
    note,
    forget,
    /** Writes whatever happened for the first time; a reader of the log calls it. */
    settle: (): Promise<void> => next(false),
    start(): void {
      timer = setInterval(() => void next(false), TICK_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await next(true);
    },
  };
};
