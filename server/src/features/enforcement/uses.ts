import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { ACTION_FOR, VIEW_ACTION, type Binding } from '../../kernel/binding';
import { usagePort } from '../../kernel/usage';
import { decide } from '../access';

/** Whether a statement shows an attribute. */
const shows = (columns: readonly unknown[], attribute: string): boolean => columns.includes('*') || columns.includes(attribute);

/** Tells of what is used: cells that were asked for and allowed. */
export const createUses = (strapi: Strapi) => {
  const noteCell = (actor: Actor, feature: string, action: string): void => {
    if (decide(actor, feature, action).allowed) usagePort.of(strapi).once(actor, feature, action);
  };

  return {
    noteCell,

    /** A statement on a type, with these of its columns: it uses the type's own feature, and those of the fields that it shows. */
    noteRead(actor: Actor, { feature, kind, fields }: Binding, columns: readonly unknown[]): void {
      if (actor.kind === 'system' || actor.kind === 'nobody') return;
      noteCell(actor, feature, ACTION_FOR[kind].read);
      for (const [attribute, owner] of fields) if (shows(columns, attribute)) noteCell(actor, owner, VIEW_ACTION);
    },

    /** What was carried out. */
    noteWrite(actor: Actor, cells: readonly { readonly feature: string; readonly action: string }[]): void {
      for (const { feature, action } of cells) usagePort.of(strapi).each(actor, feature, action);
    },
  };
};

export type Uses = ReturnType<typeof createUses>;
