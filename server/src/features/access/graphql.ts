import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Graphql } from '../../kernel/define-feature';
import { doorPort } from '../../kernel/door';
import { meOf } from './me';

/** `me` as a field of the schema. A map of open keys is a list there. */
export const accessGraphql: Graphql<Strapi> = {
  typeDefs: `
    type RosterMember {
      documentId: ID!
      name: String!
      email: String!
    }

    type RosterPermission {
      feature: String!
      action: String!
      "How far it reaches: own, book, shared, territory, project or all."
      scopes: [String!]!
    }

    type RosterMe {
      "null for an API token that acts with a role and for nobody."
      member: RosterMember
      roles: [String!]!
      permissions: [RosterPermission!]!
    }

    extend type Query {
      "Who am I here, and what may I do."
      rosterMe: RosterMe!
    }
  `,
  resolvers: ({ strapi }) => ({
    Query: {
      rosterMe: () =>
        atTheDoor(() => {
          const { member, roles, permissions } = meOf(doorPort.of(strapi).actor());
          const list = Object.entries(permissions).flatMap(([feature, actions]) => Object.entries(actions).map(([action, scopes]) => ({ feature, action, scopes })));
          return { member, roles, permissions: list };
        }),
    },
    Mutation: {},
  }),
  scopes: { 'Query.rosterMe': 'plugin::roster.me.find' },
};
