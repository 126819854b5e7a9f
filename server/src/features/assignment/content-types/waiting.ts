import { ownTable, text } from '../../../kernel/content-type';

/** A record whose rule found nobody to choose. It is offered again, oldest first, when somebody may be free. */
export const waiting = ownTable('waiting', 'waiting-records', {
  attributes: {
    type: text(128, { required: true }),
    record: text(32, { required: true }),
    rule: text(32, { required: true }),
    since: { type: 'datetime', required: true },
  },
  indexes: [{ name: 'roster_waiting_record', columns: ['type', 'record'], type: 'unique' }],
});
