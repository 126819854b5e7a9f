import { styled } from 'styled-components';
import { usePicture } from '../hooks/usePicture';
import { initialsOf } from '../initials';

interface AvatarProps {
  /** documentId of a member; null for whoever is gone. */
  readonly member: string | null;
  readonly name: string;
  /** In rem. */
  readonly size?: number;
}

/** Beside a name, which says who it is. */
export const Avatar = ({ member, name, size = 2.4 }: AvatarProps) => <Face picture={usePicture(member)} name={name} size={size} />;

/** A picture, or initials where there is none. */
export const Face = ({ picture, name, size = 2.4 }: { readonly picture: string | null; readonly name: string; readonly size?: number }) => (
  <Round aria-hidden $size={size} data-initials={picture === null ? initialsOf(name) : ''}>
    {picture !== null && <img src={picture} alt="" />}
  </Round>
);

// Initials are drawn and not written: whoever reads or copies the page has the name.
const Round = styled.span<{ $size: number }>`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  flex: none;
  width: ${({ $size }) => $size}rem;
  height: ${({ $size }) => $size}rem;
  border-radius: 50%;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.primary100};
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ $size }) => $size * 0.4}rem;
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  line-height: 1;

  &::before {
    content: attr(data-initials);
  }

  img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;
