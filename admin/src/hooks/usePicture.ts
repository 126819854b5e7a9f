import { getFetchClient, useAuth } from '@strapi/strapi/admin';
import { useEffect, useSyncExternalStore } from 'react';
import { MOST_PICTURES, type Pictures } from '../../../contracts/http-profile';
import { panelAction } from '../../../contracts/panel-permissions';

/** Everybody who appears within so many milliseconds is asked for together. */
const TOGETHER_MS = 20;

/** null: he has none, as far as is known. */
const known = new Map<string, string | null>();
const wanted = new Set<string>();
const listeners = new Set<() => void>();
let isPlanned = false;

const tell = (): void => listeners.forEach((listener) => listener());

const ask = async (members: readonly string[]): Promise<void> => {
  for (const member of members) known.set(member, null);
  // Somebody without his picture is still somebody: a request that fails leaves the initials.
  const answer = await getFetchClient()
    .get<{ data: Pictures }>(`/roster/pictures?members=${members.map(encodeURIComponent).join(',')}`)
    .catch(() => undefined);
  for (const [member, picture] of Object.entries(answer?.data.data ?? {})) known.set(member, picture);
  tell();
};

const askForAll = (): void => {
  isPlanned = false;
  const members = [...wanted];
  wanted.clear();
  for (let start = 0; start < members.length; start += MOST_PICTURES) void ask(members.slice(start, start + MOST_PICTURES));
};

const want = (member: string): void => {
  if (known.has(member) || wanted.has(member)) return;
  wanted.add(member);
  if (isPlanned) return;
  isPlanned = true;
  window.setTimeout(askForAll, TOGETHER_MS);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Shows a picture from now on wherever its member is shown. */
export const showPicture = (member: string, picture: string | null): void => {
  known.set(member, picture);
  tell();
};

const PICTURES_ARE_FOR: string = panelAction('me.read');

/** What a member looks like, once that is known. However many people a page shows, they are asked for with one request. */
export const usePicture = (member: string | null): string | null => {
  const mayAsk = useAuth('Roster', ({ permissions }) => permissions.some(({ action }) => action === PICTURES_ARE_FOR));
  useEffect(() => {
    if (member !== null && mayAsk) want(member);
  }, [member, mayAsk]);
  return useSyncExternalStore(subscribe, () => (member === null ? null : (known.get(member) ?? null)));
};
