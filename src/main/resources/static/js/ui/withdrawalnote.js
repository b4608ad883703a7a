import { isUndoable } from '../model/queue.js'
import { h } from './dom.js'
import { icon } from './icons.js'

/** What a withdrawal in the queue says of itself. @param {import('../model/queue.js').Item} item @returns {string} */
export function withdrawalText({ t }, item) {
  if (item.state === 'refused') return item.problem?.detail ?? item.problem?.title ?? t('error.server')
  if (item.state === 'conflict') return t('withdrawal.conflict')
  return t(isUndoable(item) ? 'withdrawal.waiting' : 'withdrawal.sent')
}

/**
 * Over a record that is to be taken back, as soon as the service hears of it.
 * @param {{t: Function}} context @param {import('../model/queue.js').Item} item
 * @param {{onUndo: () => void, onCompare: () => void}} actions
 * @returns {HTMLElement}
 */
export function withdrawalNote({ t }, item, { onUndo, onCompare }) {
  const stuck = ['refused', 'conflict'].includes(item.state)
  const button = (testid, key, run) =>
    h('button', { type: 'button', class: 'button', testid, text: t(key), on: { click: run } })
  return h(
    'div',
    { class: `notice ${stuck ? 'notice-error' : 'notice-info'}`, testid: 'withdrawal-note' },
    icon(stuck ? 'warning' : 'outbox'),
    h(
      'div',
      { class: 'stack notice-body' },
      h('p', { text: withdrawalText({ t }, item) }),
      item.state === 'conflict'
        ? button('withdrawal-compare', 'queue.compare', onCompare)
        : isUndoable(item) && button('withdrawal-undo', 'withdrawal.undo', onUndo),
    ),
  )
}
