import { h } from './dom.js'

/**
 * One account of the list.
 * @param {{t: Function, onEdit: (account: object) => void}} context
 * @param {object} account as /api/accounts has it
 */
export function accountRow({ t, onEdit }, account) {
  const cell = (key, ...children) => h('td', { 'data-label': t(`accounts.${key}`) }, ...children)
  return h(
    'tr',
    { class: account.enabled ? '' : 'is-inactive', data: { username: account.username } },
    h('th', { scope: 'row', 'data-label': t('accounts.username') }, h('code', { text: account.username })),
    cell('displayName', account.displayName),
    cell('role', [t(`accounts.role.${account.role}`), ...account.extraRights.map((right) => t(`accounts.right.${right}`))].join('; ')),
    cell('territory', territoryText(t, account)),
    cell('state', stateText(t, account)),
    h(
      'td',
      { class: 'account-do' },
      h('button', {
        type: 'button',
        class: 'button',
        testid: 'account-edit',
        text: t('accounts.edit'),
        'aria-label': t('accounts.editOne', { name: account.username }),
        on: { click: () => onEdit(account) },
      }),
    ),
  )
}

function territoryText(t, { wholeCountry, units, role }) {
  if (wholeCountry) return t('accounts.wholeCountry')
  if (units.length) return units.map(({ fullName }) => fullName).join('; ')
  return t(role === 'administrator' ? 'accounts.noTerritoryNeeded' : 'accounts.noTerritory')
}

function stateText(t, { enabled, mustChangePassword, secondFactor, provider, sessions, tokens }) {
  if (!enabled) return t('accounts.off')
  const parts = [
    mustChangePassword && t('accounts.notYet'),
    secondFactor && t('accounts.secondFactor'),
    provider && t(provider.byName ? 'accounts.provider.linkedByName' : 'accounts.provider.linked'),
    sessions.length > 0 && t('accounts.signedIn', { count: sessions.length }),
    tokens.length > 0 && t('accounts.codes', { count: tokens.length }),
  ].filter(Boolean)
  return parts.length ? parts.join('; ') : t('accounts.on')
}
