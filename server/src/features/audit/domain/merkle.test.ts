import fc from 'fast-check';
import { createGrowth, EMPTY, leafHash, nodeHash, readFrontier, rootOf, within, writeFrontier, type Frontier } from './merkle';
import { inclusionRanges, rootFromInclusion } from './proof';

// The reference leaves, roots and paths that implementations of RFC 6962 are tested with.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const PATHS: [index: number, size: number, path: string[]][] = [
  [0, 1, []],
  [0, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [5, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [1, 5, ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
];

const grown = (leaves: readonly Buffer[], from: Frontier = EMPTY): Frontier => {
  const growth = createGrowth(from);
  for (const leaf of leaves) growth.append(leaf);
  return growth.frontier();
};

/** The tree as section 2.1 defines it, by halves. */
const rootByDefinition = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 1) return leaves[0] as Buffer;
  const left = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return nodeHash(rootByDefinition(leaves.slice(0, left)), rootByDefinition(leaves.slice(left)));
};

const pathOf = (index: number, leaves: readonly Buffer[]): Buffer[] => inclusionRanges(index, leaves.length).map(({ from, to }) => rootByDefinition(leaves.slice(from, to)));

describe('the tree of RFC 6962', () => {
  it('has the root of the empty tree', () => {
    expect(rootOf(EMPTY).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each(ROOTS.map((root, at) => [at + 1, root]))('has the reference root with %i leaves', (size, root) => {
    expect(rootOf(grown(LEAVES.slice(0, size as number).map(leafHash))).toString('hex')).toBe(root);
  });

  it.each(PATHS)('proves leaf %i of %i by the reference path', (index, size, path) => {
    const leaves = LEAVES.slice(0, size).map(leafHash);
    expect(pathOf(index, leaves).map((node) => node.toString('hex'))).toEqual(path);
    expect(rootFromInclusion(index, size, leaves[index] as Buffer, path.map((node) => Buffer.from(node, 'hex')))?.toString('hex')).toBe(ROOTS[size - 1]);
  });

  const leafSet = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 }).map((contents) => contents.map((content) => leafHash(Buffer.from(content))));

  it('grows in parts to the root that its definition gives', () => {
    fc.assert(
      fc.property(leafSet, fc.nat(), (leaves, cut) => {
        const first = grown(leaves.slice(0, cut % leaves.length));
        const resumed = readFrontier(first.size, writeFrontier(first));
        expect(rootOf(grown(leaves.slice(first.size), resumed))).toEqual(rootByDefinition(leaves));
      }),
    );
  });

  it('proves every leaf, and no other content, place or size', () => {
    fc.assert(
      fc.property(leafSet, fc.nat(), (leaves, at) => {
        const index = at % leaves.length;
        const [leaf, path, root] = [leaves[index] as Buffer, pathOf(index, leaves), rootByDefinition(leaves)];
        expect(rootFromInclusion(index, leaves.length, leaf, path)).toEqual(root);
        expect(rootFromInclusion(index, leaves.length, leafHash('something else'), path)).not.toEqual(root);
        expect(rootFromInclusion(leaves.length, leaves.length, leaf, path)).toBeUndefined();
        expect(rootFromInclusion(index, leaves.length, leaf, [...path, root])).not.toEqual(root);
        if (path.length > 0) expect(rootFromInclusion(index, leaves.length, leaf, path.slice(1))).not.toEqual(root);
      }),
    );
  });

  it('proves every leaf behind a cut from the frontier at the cut and the leaves that are left', () => {
    fc.assert(
      fc.property(leafSet, fc.nat(), fc.nat(), (leaves, cutAt, at) => {
        const cut = cutAt % leaves.length;
        const index = cut + (at % (leaves.length - cut));
        const before = grown(leaves.slice(0, cut));
        const path = inclusionRanges(index, leaves.length).map((range) => rootOf(grown(leaves.slice(Math.max(cut, range.from), Math.max(cut, range.to)), within(before, range))));
        expect(rootFromInclusion(index, leaves.length, leaves[index] as Buffer, path)).toEqual(rootByDefinition(leaves));
      }),
    );
  });

  it('takes no text for a frontier that has not as many trees as its size', () => {
    const { size, nodes } = grown(LEAVES.map(leafHash).slice(0, 7));
    expect(readFrontier(size, writeFrontier({ size, nodes }))?.nodes).toHaveLength(3);
    expect(readFrontier(size, writeFrontier({ size, nodes: nodes.slice(1) }))).toBeUndefined();
    expect(readFrontier(size, 'a b c')).toBeUndefined();
  });
});
