import { checkRequest } from '../../../../contracts/requests';
import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Graphql } from '../../kernel/define-feature';
import { validData } from '../../kernel/validate';
import { enforcementOf } from './enforcement.service';

/** `check` and `why` as fields of the schema. */
export const enforcementGraphql: Graphql<Strapi> = {
  typeDefs: `
    input RosterQuestion {
      "Without it, the feature that governs the type."
      feature: String
      action: String!
      "uid of a content type with a binding."
      type: String
      "documentId of a record of that type."
      record: ID
    }

    type RosterAnswer {
      allowed: Boolean!
      "How far the permission reaches."
      scopes: [String!]!
      "Why not."
      code: String
    }

    extend type Query {
      "May I do this: up to 500 questions about oneself."
      rosterCheck(questions: [RosterQuestion!]!): [RosterAnswer!]!
    }
  `,
  resolvers: ({ strapi }) => ({
    Query: {
      rosterCheck: (_parent, args: never) =>
        atTheDoor(() => {
          // Its objects have no prototype, and its absent fields may be null.
          const { questions } = validData(checkRequest, { data: JSON.parse(JSON.stringify(args, (_key, value: unknown) => value ?? undefined)) as unknown });
          return enforcementOf(strapi).check(questions);
        }),
    },
    Mutation: {},
  }),
  scopes: { 'Query.rosterCheck': 'plugin::roster.check.ask' },
};
