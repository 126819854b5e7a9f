import { Button, Flex, Typography } from '@strapi/design-system';
import type { PanelBinding, SetUp } from '../../../../contracts/http-set-up';
import { Copyable } from '../../components/Copyable';
import { DataTable } from '../../components/DataTable';
import { Disclosure } from '../../components/Disclosure';
import { Notice } from '../../components/Notice';
import { StateBadge } from '../../components/StateBadge';
import { useChange } from '../../hooks/useChange';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import { useBindTypes } from './api';
import { draftOf, withMode } from './bindings-draft';
import { configText } from './config-text';
import { StepFrame } from './StepFrame';
import { TakeBack } from './TakeBack';

/** From looking on to holding, and back. */
export const EnforceStep = ({ setUp }: { readonly setUp: SetUp }) => {
  const t = useText();
  const change = useChange();
  const mayBind = useMay('changeSecurity');
  const [bind, { isLoading }] = useBindTypes();
  const bound = setUp.types.filter(({ boundBy }) => boundBy === 'panel');
  const isAll = (mode: PanelBinding['mode']) => bound.every(({ binding }) => binding?.mode === mode);
  const setMode = (mode: PanelBinding['mode']) => change(() => bind(withMode(draftOf(setUp), mode)).unwrap(), t('setup.types.saved'));

  if (bound.length === 0) {
    return (
      <StepFrame step="enforce">
        <Notice kind="info">{t('setup.enforce.none')}</Notice>
      </StepFrame>
    );
  }
  return (
    <StepFrame step="enforce">
      <ModesTable setUp={setUp} />
      {mayBind && (
        <Flex justifyContent="flex-end" gap={3}>
          <Button variant="tertiary" disabled={isAll('observe')} loading={isLoading} onClick={() => void setMode('observe')}>
            {t('setup.enforce.observe')}
          </Button>
          <Button disabled={isAll('enforce')} loading={isLoading} onClick={() => void setMode('enforce')}>
            {t('setup.enforce.enforce')}
          </Button>
        </Flex>
      )}
      <Disclosure summary={t('setup.enforce.export')}>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography textColor="neutral600">{t('setup.enforce.export-intro')}</Typography>
          <Copyable label={t('setup.enforce.config')}>{configText(setUp)}</Copyable>
        </Flex>
      </Disclosure>
      {mayBind && (
        <Disclosure summary={t('setup.back')}>
          <TakeBack adopted={setUp.adopted} />
        </Disclosure>
      )}
    </StepFrame>
  );
};

const TONES = { enforce: 'success', observe: 'secondary', off: 'neutral' } as const;

const ModesTable = ({ setUp }: { readonly setUp: SetUp }) => {
  const t = useText();
  const badge = (mode: PanelBinding['mode'] | null | undefined) => (mode ? <StateBadge tone={TONES[mode]}>{t(`setup.mode.${mode}`)}</StateBadge> : <Typography textColor="neutral600">{t('setup.mode.none')}</Typography>);
  return (
    <DataTable
      caption={t('setup.enforce.caption')}
      head={(['type', 'now', 'then'] as const).map((column) => (
        <th key={column} scope="col">
          {t(`setup.enforce.${column}`)}
        </th>
      ))}
    >
      <tbody>
        {setUp.types
          .filter(({ boundBy }) => boundBy === 'panel')
          .map(({ uid, displayName, binding, inForce }) => (
            <tr key={uid}>
              <th scope="row">{displayName}</th>
              <td>{badge(inForce)}</td>
              <td>{badge(binding?.mode)}</td>
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
};
