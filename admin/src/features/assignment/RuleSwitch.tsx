import { Switch } from '@strapi/design-system';
import type { RuleInfo } from '../../../../contracts/http-rules';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useSaveRule } from './api';
import { requestOf } from './rule-draft';

/** Whether a rule is asked. */
export const RuleSwitch = ({ rule }: { readonly rule: RuleInfo }) => {
  const t = useText();
  const change = useChange();
  const [save, { isLoading }] = useSaveRule();
  const { documentId, name, isActive } = rule;
  const turn = (isOn: boolean) => change(() => save({ ...requestOf(rule), documentId, isActive: isOn }).unwrap(), t(isOn ? 'rules.turned-on' : 'rules.turned-off', { name }));
  return <Switch aria-label={t('rules.switch', { name })} checked={isActive} disabled={isLoading} visibleLabels onLabel={t('rules.on')} offLabel={t('rules.off')} onCheckedChange={(isOn: boolean) => void turn(isOn)} />;
};
