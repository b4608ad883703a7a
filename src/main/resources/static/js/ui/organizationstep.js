import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { facts } from './facts.js'
import { problemBox } from './messages.js'
import { organizationLines } from './organizationform.js'
import { organizationHistory } from './organizationhistory.js'
import { statusSign } from './statussign.js'

const DECIDED = ['recognised', 'not_recognised']

/**
 * One organization with its year: what it is, where it stands, the next step for whoever may take it.
 * @param {{t: Function, format: object, year: number, mayWrite: boolean, loadHistory: () => Promise<object>, onStep: (step: object) => Promise<void>,
 *   onEdit: () => void, onWithdraw: () => Promise<void>, onClose: () => void}} context
 * @param {object} organization
 */
export function openOrganization(context, organization) {
  const { t, format, year, mayWrite, onEdit, onClose } = context
  const { status, decisionNumber, note, recordedAt, recordedBy, nextSteps, maySupplement } = organization
  const dialog = openDialog(
    { title: organization.name, t, testid: 'organization-dialog', wide: true, onClose },
    facts(organizationLines({ t, format }, organization).slice(1).map(({ label, text }) => [label, text])),
    h('h3', { text: t('organization.year', { year }) }),
    h('p', { testid: 'organization-status' }, statusSign(t, status)),
    facts([
      [t('organization.decisionNumber'), decisionNumber],
      [t('statusForm.note'), note],
      [t('organization.recorded'), recordedAt && t('organization.recordedBy', { instant: format.instant(recordedAt), by: recordedBy })],
    ]),
    (nextSteps.length > 0 || maySupplement) && stepForm(context, organization, () => dialog.close()),
    mayWrite && actions(context, () => dialog.close(), onEdit),
    organizationHistory({ t, format }, context.loadHistory),
  )
}

function stepForm({ t, year, onStep }, { status, nextSteps, maySupplement }, close) {
  const supplement =
    maySupplement && h('option', { value: status, text: t('organization.supplement', { status: t(`status.${status}`) }) })
  const select = h(
    'select',
    { class: 'select', testid: 'organization-next', on: { change: choose } },
    // After a decision the usual next thing is its number; before one it is the next status.
    DECIDED.includes(status) && supplement,
    nextSteps.map((key) => h('option', { value: key, text: t(`status.${key}`) })),
    !DECIDED.includes(status) && supplement,
  )
  const number = h('input', { type: 'text', autocomplete: 'off', maxlength: '100', testid: 'organization-decision' })
  const numberField = field(t('organization.decisionNumber'), number, { hint: t('organization.decisionHint') })
  const note = h('textarea', { rows: '2', maxlength: '1000', testid: 'organization-note' })
  const problem = h('div')
  const save = h('button', { type: 'submit', class: 'button button-primary', testid: 'organization-record', text: t('statusForm.save') })

  function choose() {
    numberField.hidden = !DECIDED.includes(select.value)
  }

  async function submit(event) {
    event.preventDefault()
    fill(problem)
    save.disabled = true
    try {
      await onStep({
        status: select.value,
        decisionNumber: DECIDED.includes(select.value) ? number.value.trim() || null : null,
        note: note.value.trim() || null,
      })
      close()
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      save.disabled = false
    }
  }

  choose()
  return h(
    'form',
    { class: 'stack', on: { submit } },
    field(t('organization.next', { year }), select),
    numberField,
    field(t('statusForm.note'), note, { hint: t('statusForm.noteHint') }),
    problem,
    h('div', { class: 'actions' }, save),
  )
}

/** Withdrawing is for mistakes, so it asks once more. */
function actions({ t, onWithdraw }, close, onEdit) {
  const problem = h('div')
  const host = h('div', { class: 'actions' })
  const edit = h('button', { type: 'button', class: 'button', testid: 'organization-edit', text: t('organization.edit'), on: { click: () => (close(), onEdit()) } })
  const withdraw = h('button', { type: 'button', class: 'button button-outline-danger', testid: 'organization-withdraw', text: t('organization.withdraw'), on: { click: ask } })

  function ask() {
    const sure = h('button', { type: 'button', class: 'button button-danger', testid: 'organization-withdraw-sure', text: t('organization.withdrawSure'), on: { click: go } })
    fill(problem, h('p', { class: 'notice notice-warning', role: 'alert', text: t('organization.withdrawAsk') }))
    fill(host, sure, h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: usual } }))
    sure.focus()
  }

  async function go() {
    try {
      await onWithdraw()
      close()
    } catch (error) {
      fill(problem, problemBox(error, t))
    }
  }

  function usual() {
    fill(problem)
    fill(host, edit, withdraw)
    withdraw.focus()
  }

  fill(host, edit, withdraw)
  return h('div', { class: 'stack' }, problem, host)
}
