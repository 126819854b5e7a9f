import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Choice } from '../../components/Choice';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from './useRoleLabel';

interface RoleChoiceProps {
  readonly roles: readonly MatrixRole[];
  /** Keys of the roles that one may give. */
  readonly grantable: readonly string[];
  readonly value: string;
  readonly error: string | undefined;
  onChoose(role: string): void;
}

/** One of the roles that one may give. */
export const RoleChoice = ({ roles, grantable, ...field }: RoleChoiceProps) => {
  const t = useText();
  const label = useRoleLabel(roles);
  return <Choice name="role" label={t('members.role')} required placeholder={t('members.role-choose')} options={grantable.map((key) => ({ value: key, label: label(key) }))} {...field} />;
};
