import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Graphql } from '../../kernel/define-feature';
import type { BooksService } from './books.service';
import { createOwners } from './owners';

interface OfRecord {
  readonly type: string;
  readonly documentId: string;
}

const targetOf = ({ type, documentId }: OfRecord) => ({ type, record: documentId });

/** Owner and co-owners as fields of the schema. */
export const booksGraphql: Graphql<Strapi> = {
  typeDefs: `
    type RosterPerson {
      documentId: ID!
      "null for somebody who is gone."
      name: String
      status: String
    }

    type RosterOwners {
      owner: RosterPerson
      coOwners: [RosterPerson!]!
    }

    input RosterOwnerIdFilter {
      "documentId of a member; 'me' is who asks."
      eq: ID
      ne: ID
      in: [ID!]
      notIn: [ID!]
      null: Boolean
      notNull: Boolean
    }

    input RosterOwnerFilter {
      documentId: RosterOwnerIdFilter
    }

    input RosterCoOwnerIdFilter {
      "documentId of a member; 'me' is who asks."
      eq: ID
      in: [ID!]
    }

    input RosterCoOwnersFilter {
      documentId: RosterCoOwnerIdFilter
    }

    extend type Query {
      "Owner and co-owners of a record that one sees."
      rosterOwners(type: String!, documentId: ID!): RosterOwners!
    }

    extend type Mutation {
      "Makes a member the only owner, or nobody."
      rosterSetOwner(type: String!, documentId: ID!, owner: ID): RosterOwners!
      rosterAddCoOwner(type: String!, documentId: ID!, coOwner: ID!): RosterOwners!
      rosterRemoveCoOwner(type: String!, documentId: ID!, coOwner: ID!): RosterOwners!
    }
  `,
  resolvers({ strapi }) {
    const owners = createOwners(strapi, () => strapi.plugin('roster').service('books') as BooksService);
    return {
      Query: {
        rosterOwners: (_parent, args: OfRecord) => atTheDoor(() => owners.of(targetOf(args))),
      },
      Mutation: {
        rosterSetOwner: (_parent, args: OfRecord & { owner?: string | null }) => atTheDoor(() => owners.set(targetOf(args), args.owner ?? null)),
        rosterAddCoOwner: (_parent, args: OfRecord & { coOwner: string }) => atTheDoor(() => owners.add(targetOf(args), args.coOwner)),
        rosterRemoveCoOwner: (_parent, args: OfRecord & { coOwner: string }) => atTheDoor(() => owners.remove(targetOf(args), args.coOwner)),
      },
    };
  },
  scopes: {
    'Query.rosterOwners': 'plugin::roster.owners.find',
    'Mutation.rosterSetOwner': 'plugin::roster.owners.update',
    'Mutation.rosterAddCoOwner': 'plugin::roster.owners.add',
    'Mutation.rosterRemoveCoOwner': 'plugin::roster.owners.remove',
  },
};
