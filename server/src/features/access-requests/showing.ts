import type { AccessRequestInfo } from '../../../../contracts/http-access-requests';
import { displayNameOf } from '../../host/content-types';
import { recordTitles } from '../../host/record-titles';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { groupBy } from '../../kernel/group-by';
import { iso } from '../../kernel/iso';
import { accessOf } from '../access';
import { peopleAmong } from '../books';
import type { AccessRequest } from './access-requests.repository';
import { statusAt } from './expiry';
import { recordsIn, seenBy } from './sight';

/** Requests as they are shown: with names for who may read them. */
export const createShowing = (strapi: Strapi) => {
  const titlesOf = async (requests: readonly AccessRequest[]): Promise<(type: string, record: string) => string> => {
    const titles = new Map<string, (record: string) => string>();
    for (const [type, some] of groupBy(recordsIn(requests), (request) => request.type)) {
      titles.set(type, await asSystem(() => recordTitles(strapi, type, some.map(({ record }) => record))));
    }
    return (type, record) => titles.get(type)?.(record) ?? record;
  };

  return async (actor: Actor, requests: readonly AccessRequest[]): Promise<AccessRequestInfo[]> => {
    const now = clockPort.of(strapi)();
    const isSeen = await seenBy(strapi, actor, requests);
    const titleOf = await titlesOf(recordsIn(requests).filter(isSeen));
    const labels = await accessOf(strapi).labels();
    const person = await asSystem(() => peopleAmong(strapi, requests.flatMap(({ member, answeredBy }) => [member, answeredBy ?? []].flat())));
    const named = (documentId: string) => ({ documentId, name: person(documentId).name });
    return requests.map((request) => ({
      documentId: request.documentId,
      member: named(request.member),
      role: request.role === null ? null : { key: request.role, label: labels.of(request.role) },
      record:
        request.type === null
          ? null
          : { type: request.type, displayName: displayNameOf(strapi, request.type), documentId: request.record, title: isSeen(request) ? titleOf(request.type, request.record) : null },
      reason: request.reason,
      endsAt: iso(request.endsAt),
      status: statusAt(request, now),
      note: request.note,
      answeredBy: request.answeredBy === null ? null : named(request.answeredBy),
      answeredAt: request.answeredAt === null ? null : iso(request.answeredAt),
      createdAt: iso(request.createdAt),
    }));
  };
};
