import { checkedField } from './checkedfield.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { unitField } from './unitfield.js'

/**
 * The window to make an account, or to change one. It stays, with everything typed, until the server has taken it.
 * @param {{t: Function, format: object, roles: string[], extraRights: string[], search: Function, save: Function,
 *   onSaved: Function, onClose: Function, actions?: Node[], preset?: {role?: string, units?: object[]}}} context
 *   save(draft, version) gives what the server answers; preset is what a new one begins with
 * @param {object|null} account null for a new one
 */
export function openAccountForm({ t, format, roles, extraRights, search, save, onSaved, onClose, actions = [], preset = {} }, account) {
  let base = account
  let units = [...(account?.units ?? preset.units ?? [])]
  const username = checkedField(
    t('accounts.username'),
    h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: '40', testid: 'account-username', value: account?.username }),
    { hint: t(account ? 'accounts.usernameFixed' : 'accounts.usernameHint') },
  )
  username.input.readOnly = account !== null
  const displayName = checkedField(
    t('accounts.displayName'),
    h('input', { type: 'text', autocomplete: 'off', maxlength: '200', testid: 'account-display-name', value: account?.displayName }),
  )
  const role = checkedField(
    t('accounts.role'),
    h(
      'select',
      { class: 'select', testid: 'account-role', value: account?.role ?? preset.role ?? 'officer' },
      roles.map((each) => h('option', { value: each, text: t(`accounts.role.${each}`) })),
    ),
  )
  const check = (testid, checked, label) => {
    const input = h('input', { type: 'checkbox', testid, checked })
    return { input, element: h('label', { class: 'check' }, input, h('span', { text: label })) }
  }
  const rights = extraRights.map((right) => ({
    right,
    ...check(`account-right-${right}`, account?.extraRights.includes(right) ?? false, t(`accounts.right.${right}`)),
  }))
  const country = check('account-country', account?.wholeCountry ?? false, t('accounts.wholeCountry'))
  const enabled = check('account-enabled', account?.enabled ?? true, t('accounts.enabled'))
  const list = h('ul', { class: 'account-units', testid: 'account-units' })
  const unit = unitField({
    t,
    format,
    label: t('accounts.territory'),
    hint: t('accounts.territoryHint'),
    testid: 'account-unit',
    announce: (text) => (said.textContent = text),
    search,
    onChange: take,
  })
  const said = h('p', { class: 'visually-hidden', role: 'status' })
  const place = h('div', { class: 'stack' }, unit.element, list)
  const extra = h('fieldset', { class: 'stack' }, h('legend', { text: t('accounts.extraRights') }), rights.map(({ element }) => element))
  const problem = h('div', { testid: 'account-problem' })
  const submit = h('button', { type: 'submit', class: 'button button-primary', testid: 'account-save', text: t(account ? 'accounts.save' : 'accounts.make') })
  const form = h(
    'form',
    { class: 'stack', novalidate: true, on: { submit: send, change: look } },
    username.element,
    displayName.element,
    role.element,
    extra,
    country.element,
    place,
    account && enabled.element,
    said,
    problem,
    h('div', { class: 'actions' }, submit, h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } })),
    actions.length > 0 && h('div', { class: 'actions account-more' }, actions),
  )
  const before = JSON.stringify(draft())
  const dialog = openDialog(
    {
      title: account ? t('accounts.editOne', { name: account.username }) : t('accounts.make'),
      t,
      testid: 'account-dialog',
      isTyped: () => JSON.stringify(draft()) !== before,
      onClose,
    },
    form,
  )
  showUnits()
  look()
  ;(account ? displayName : username).input.focus()
  return dialog

  function draft() {
    const administers = role.input.value === 'administrator'
    return {
      username: username.input.value.trim(),
      displayName: displayName.input.value.trim(),
      role: role.input.value,
      extraRights: administers ? [] : rights.filter(({ input }) => input.checked).map(({ right }) => right),
      unitIds: country.input.checked ? [] : units.map(({ id }) => id),
      wholeCountry: !administers && country.input.checked,
      enabled: enabled.input.checked,
    }
  }

  /** An administrator runs the service and sees no place. */
  function look() {
    const administers = role.input.value === 'administrator'
    extra.hidden = administers
    country.element.hidden = administers
    place.hidden = administers || country.input.checked
    fill(role.hint, t(`accounts.roleHint.${role.input.value}`))
  }

  function take() {
    if (!unit.value) return
    if (!units.some(({ id }) => id === unit.value.id)) units.push(unit.value)
    unit.value = null
    showUnits()
  }

  function showUnits() {
    fill(
      list,
      units.map((each) =>
        h(
          'li',
          {},
          h('span', { text: each.fullName }),
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': t('accounts.removeUnit', { name: each.fullName }),
              on: {
                click() {
                  units = units.filter(({ id }) => id !== each.id)
                  showUnits()
                  unit.input.focus()
                },
              },
            },
            icon('close'),
          ),
        ),
      ),
    )
  }

  async function send(event) {
    event.preventDefault()
    for (const each of [username, displayName, unit]) each.setProblem(null)
    fill(problem)
    submit.disabled = true
    try {
      const saved = await save(draft(), base?.version ?? null)
      dialog.close()
      onSaved(saved)
    } catch (error) {
      refused(error)
    } finally {
      submit.disabled = false
    }
  }

  function refused(error) {
    const said = error.problem
    if (error.status === 412 && said?.current) base = { ...base, version: said.current.version }
    const at = { username, displayName, unitIds: unit }[said?.parameter]
    if (!at) return fill(problem, problemBox(error, t))
    at.setProblem(said.detail)
    at.input.focus()
  }
}
