import { shareRequest } from '../../../../contracts/requests';
import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import type { Graphql } from '../../kernel/define-feature';
import { validData } from '../../kernel/validate';
import type { BooksService } from './books.service';
import { createOwners } from './owners';
import { createSharing } from './sharing';

interface OfRecord {
  readonly type: string;
  readonly documentId: string;
}

const targetOf = ({ type, documentId }: OfRecord) => ({ type, record: documentId });

/** Owner, co-owners and shares as fields of the schema. */
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

    type RosterShare {
      documentId: ID!
      "null for somebody who is gone."
      name: String
      status: String
      "The share counts before this moment; null for one without an end."
      endsAt: String
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
      "With whom a record that one sees is shared now."
      rosterShares(type: String!, documentId: ID!): [RosterShare!]!
      "Owner and co-owners of a record that one sees."
      rosterOwners(type: String!, documentId: ID!): RosterOwners!
    }

    extend type Mutation {
      "Makes a member the only owner, or nobody."
      rosterSetOwner(type: String!, documentId: ID!, owner: ID): RosterOwners!
      rosterAddCoOwner(type: String!, documentId: ID!, coOwner: ID!): RosterOwners!
      rosterRemoveCoOwner(type: String!, documentId: ID!, coOwner: ID!): RosterOwners!
      "Shares a record with a member, to view only; endsAt is a moment of ISO 8601."
      rosterShare(type: String!, documentId: ID!, member: ID!, endsAt: String): [RosterShare!]!
      rosterUnshare(type: String!, documentId: ID!, member: ID!): [RosterShare!]!
    }
  `,
  resolvers({ strapi }) {
    const books = () => strapi.plugin('roster').service('books') as BooksService;
    const owners = createOwners(strapi, books);
    const sharing = createSharing(strapi, books);
    return {
      Query: {
        rosterOwners: (_parent, args: OfRecord) => atTheDoor(() => owners.of(targetOf(args))),
        rosterShares: (_parent, args: OfRecord) => atTheDoor(() => sharing.of(targetOf(args))),
      },
      Mutation: {
        rosterSetOwner: (_parent, args: OfRecord & { owner?: string | null }) => atTheDoor(() => owners.set(targetOf(args), args.owner ?? null)),
        rosterAddCoOwner: (_parent, args: OfRecord & { coOwner: string }) => atTheDoor(() => owners.add(targetOf(args), args.coOwner)),
        rosterRemoveCoOwner: (_parent, args: OfRecord & { coOwner: string }) => atTheDoor(() => owners.remove(targetOf(args), args.coOwner)),
        rosterShare: (_parent, args: OfRecord & { member: string; endsAt?: string | null }) =>
          atTheDoor(() => {
            const { member, endsAt } = validData(shareRequest, { data: { member: args.member, endsAt: args.endsAt } });
            return sharing.add(targetOf(args), member, endsAt);
          }),
        rosterUnshare: (_parent, args: OfRecord & { member: string }) => atTheDoor(() => sharing.remove(targetOf(args), args.member)),
      },
    };
  },
  scopes: {
    'Query.rosterOwners': 'plugin::roster.owners.find',
    'Query.rosterShares': 'plugin::roster.shares.find',
    'Mutation.rosterShare': 'plugin::roster.shares.add',
    'Mutation.rosterUnshare': 'plugin::roster.shares.remove',
    'Mutation.rosterSetOwner': 'plugin::roster.owners.update',
    'Mutation.rosterAddCoOwner': 'plugin::roster.owners.add',
    'Mutation.rosterRemoveCoOwner': 'plugin::roster.owners.remove',
  },
};
