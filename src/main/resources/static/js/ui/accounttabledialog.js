import { readAccountRows } from '../model/accountrows.js'
import { toCsv } from '../model/csv.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { saveFile } from './savefile.js'

/**
 * The window to make many accounts from a table: paste, look, make all or none, take the passwords along.
 * @param {{t: Function, roles: string[], extraRights: string[], look: Function, make: Function, onMade: Function,
 *   onClose: Function}} context look(rows) and make(rows) ask the server
 */
export function openAccountTable({ t, roles, extraRights, look, make, onMade, onClose }) {
  const words = {
    roles: Object.fromEntries(roles.map((role) => [role, t(`accounts.role.${role}`)])),
    rights: Object.fromEntries(extraRights.map((right) => [right, t(`accounts.right.${right}`)])),
    wholeCountry: t('accounts.wholeCountry'),
  }
  let rows = []
  let made = null
  const text = h('textarea', { rows: '7', spellcheck: 'false', testid: 'account-table-text', on: { input: forget } })
  const answer = h('div', { class: 'stack', testid: 'account-table-answer', 'aria-live': 'polite' })
  const lookButton = h('button', { type: 'button', class: 'button button-primary', testid: 'account-table-look', text: t('accounts.table.look'), on: { click: show } })
  const body = h(
    'div',
    { class: 'stack' },
    h('p', { text: t('accounts.table.columns') }),
    h('p', { class: 'hint', text: t('accounts.table.example') }),
    h('label', { class: 'field' }, h('span', { text: t('accounts.table.paste') }), text),
    h('div', { class: 'actions' }, lookButton),
    answer,
  )
  const dialog = openDialog({ title: t('accounts.table'), t, testid: 'account-table-dialog', wide: true, isTyped: () => text.value.trim() !== '', onClose }, body)
  text.focus()
  return dialog

  function forget() {
    fill(answer)
  }

  /** One request at a time: its answer is what is shown. */
  async function ask(button, work) {
    button.disabled = true
    try {
      await work()
    } catch (error) {
      if (error.problem?.rows) showRows(error.problem.rows)
      else fill(answer, problemBox(error, t))
    }
    button.disabled = false
  }

  function show() {
    rows = readAccountRows(text.value, words)
    if (!rows.length) return fill(answer, h('p', { class: 'notice', text: t('accounts.table.empty') }))
    return ask(lookButton, async () => showRows((await look(rows)).rows))
  }

  function showRows(looked) {
    const faults = looked.filter(({ problem }) => problem).length
    const makeButton = h('button', {
      type: 'button',
      class: 'button button-primary',
      testid: 'account-table-make',
      text: t('accounts.table.make', { count: looked.length }),
      on: { click: () => ask(makeButton, async () => showMade((await make(rows)).accounts)) },
    })
    fill(
      answer,
      h('p', { text: faults ? t('accounts.table.faults', { count: faults, rows: looked.length }) : t('accounts.table.right', { rows: looked.length }) }),
      table(
        ['accounts.username', 'accounts.displayName', 'accounts.role', 'accounts.territory', 'accounts.state'],
        looked.map((row) => [
          row.username,
          row.displayName,
          words.roles[row.role] ?? row.role,
          row.units.join(', ') || '–',
          row.problem ? h('span', { class: 'account-fault' }, icon('warning'), h('span', { text: faultOf(row) })) : t('accounts.table.ok'),
        ]),
      ),
      !faults && h('div', { class: 'actions' }, makeButton),
    )
  }

  /** Words of a list are named as they are written here, not as programs name them. */
  function faultOf({ field, problem }) {
    if (field === 'role') return t('accounts.table.roleUnknown', { words: Object.values(words.roles).join('; ') })
    if (field === 'extraRights') return t('accounts.table.rightUnknown', { words: Object.values(words.rights).join('; ') })
    return problem
  }

  function showMade(accounts) {
    made = accounts
    text.value = ''
    const heads = ['accounts.username', 'accounts.displayName', 'accounts.table.password']
    const lines = accounts.map(({ account, password }) => [account.username, account.displayName, password])
    const csv = () => saveFile({ blob: new Blob([toCsv([heads.map((head) => t(head)), ...lines])], { type: 'text/csv' }), fileName: 'tai-khoan.csv' })
    fill(
      body,
      h('p', { text: t('accounts.table.made', { count: made.length }) }),
      h('p', { class: 'notice notice-warning' }, icon('warning'), h('span', { text: t('accounts.table.once') })),
      table(heads, lines.map(([username, name, password]) => [username, name, h('code', { text: password })])),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button button-primary', testid: 'account-table-csv', text: t('accounts.table.csv'), on: { click: csv } }),
        h('button', { type: 'button', class: 'button', testid: 'account-table-done', text: t('secret.done'), on: { click: () => dialog.close() } }),
      ),
    )
    onMade()
  }

  function table(heads, lines) {
    return h(
      'table',
      { class: 'admin-table', testid: 'account-table-rows' },
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col', text: t(head) })))),
      h('tbody', {}, lines.map((cells) => h('tr', {}, cells.map((cell, column) => h('td', { data: { label: t(heads[column]) } }, cell))))),
    )
  }
}
