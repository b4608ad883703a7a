import { entryLines } from '../model/movement.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { facts, syntheticNote } from './facts.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'
import { recordHistory } from './recordhistory.js'

/**
 * One entry: all it says, its history, and for who may write: correct, withdraw.
 * @param {{t: Function, format: object, mayWrite: boolean, loadHistory: () => Promise<object[]>, mapAddress: (entry: object) => string,
 *   onEdit: () => void, onWithdraw: (reason: string) => Promise<void>, onClose: () => void}} context
 * @param {object} register @param {object} entry
 */
export function openMovementEntry(context, register, entry) {
  const { t, format, mayWrite, loadHistory, mapAddress, onEdit, onWithdraw, onClose } = context
  const lines = entryLines(context, register, entry).filter(({ text }) => text)
  const onMap = Number.isFinite(entry.longitude)
  const actions = h('div', { class: 'stack' })
  const problem = h('div')

  function offer() {
    fill(
      actions,
      h(
        'div',
        { class: 'actions' },
        h('button', {
          type: 'button',
          class: 'button button-primary',
          testid: 'movement-edit',
          text: t('movement.edit'),
          on: {
            click() {
              dialog.close()
              onEdit()
            },
          },
        }),
        h('button', { type: 'button', class: 'button', testid: 'movement-withdraw', text: t('movement.withdraw'), on: { click: ask } }),
      ),
    )
  }

  function ask() {
    const reason = reasonField({ t, needed: true, testid: 'withdraw-reason', hint: t('movement.withdrawHint') })
    const confirm = h('button', { type: 'submit', class: 'button button-danger', testid: 'withdraw-confirm', text: t('movement.withdrawNow') })
    async function submit(event) {
      event.preventDefault()
      fill(problem)
      if (reason.missing()) {
        fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text: t('movement.reasonMissing') }))
        return reason.focus()
      }
      confirm.disabled = true
      try {
        await onWithdraw(reason.value())
        dialog.close()
      } catch (error) {
        fill(problem, problemBox(error, t))
      } finally {
        confirm.disabled = false
      }
    }
    fill(
      actions,
      h(
        'form',
        { class: 'stack', novalidate: true, on: { submit } },
        reason.element,
        problem,
        h('div', { class: 'actions' }, confirm, h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: back } })),
      ),
    )
    reason.focus()
    actions.scrollIntoView({ block: 'end' })
  }

  function back() {
    fill(problem)
    offer()
    actions.querySelector('[data-testid=movement-withdraw]').focus()
  }

  if (mayWrite) offer()
  const dialog = openDialog(
    { title: entry.title, t, testid: 'movement-entry', wide: true, onClose },
    entry.synthetic && syntheticNote({ t }, t('movement.syntheticText')),
    facts(lines.map(({ label, text }) => [label, text])),
    h('p', {
      class: 'muted',
      text: t('movement.enteredBy', { who: entry.createdBy, at: format.instant(entry.changedAt) }),
    }),
    onMap && h('p', {}, h('a', { class: 'map-link', href: mapAddress(entry), testid: 'movement-on-map', text: t('movement.onMap') })),
    recordHistory({ t, format }, loadHistory, (state) => entryLines(context, register, state.entry)),
    mayWrite && actions,
  )
  return dialog
}
