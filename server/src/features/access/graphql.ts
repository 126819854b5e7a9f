import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Graphql } from '../../kernel/define-feature';
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

    type RosterType {
      uid: String!
      "The feature whose actions decide over its records."
      feature: String!
      "record, detail, run, personal or definition."
      kind: String!
      owns: Boolean!
    }

    type RosterMe {
      "null for an API token that acts with a role and for nobody."
      member: RosterMember
      roles: [String!]!
      "Keys of one's territories."
      territories: [String!]!
      "How far all reaches, where it is about records: none, territories or shared."
      restriction: String!
      "Governed content types."
      types: [RosterType!]!
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
          const { types, permissions, ...me } = meOf(strapi);
          const list = Object.entries(permissions).flatMap(([feature, actions]) => Object.entries(actions).map(([action, scopes]) => ({ feature, action, scopes })));
          return { ...me, types: Object.entries(types).map(([uid, type]) => ({ uid, ...type })), permissions: list };
        }),
    },
    Mutation: {},
  }),
  scopes: { 'Query.rosterMe': 'plugin::roster.me.find' },
};
