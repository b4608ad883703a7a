import { incidentSymbol } from '../map/pointlayer.js'
import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { isUndoable } from '../model/queue.js'
import { withdrawalText } from './withdrawalnote.js'

/**
 * What waits on this device, what became of it, and what can be done about it.
 * @param {{t: Function, format: object, online: () => boolean, read: () => Promise<{items: object[], receipts: object[], others: number}>,
 *   subscribe: (listener: () => void) => () => void, countMine: () => Promise<number>,
 *   onEdit: (item: object) => void, onDiscard: (item: object) => Promise<void>, onCompare: (item: object) => Promise<void>,
 *   onOpen: (item: object) => void, onUndo: (item: object) => Promise<void>,
 *   onSendNow: () => void, onSave: (items: object[]) => void}} options
 */
export function openQueuePanel(options) {
  const { t, format } = options
  const counts = h('p', { class: 'queue-counts', testid: 'queue-counts', 'aria-live': 'polite' })
  const list = h('div', { class: 'queue-list' })
  const foot = h('div', { class: 'actions' })
  const saving = h('div', { class: 'confirm' })
  let onServer = null

  const dialog = openDialog(
    { title: t('queue.title'), t, testid: 'queue-dialog', wide: true, onClose: () => leave() },
    counts,
    list,
    foot,
    saving,
  )
  const leave = options.subscribe(show)
  show()
  options
    .countMine()
    .then((count) => ((onServer = count), show()))
    .catch(() => {})

  async function show() {
    const { items, receipts, others } = await options.read()
    counts.textContent = t('queue.counts', {
      here: format.count(items.length),
      there: onServer === null ? '–' : format.count(onServer),
    })
    fill(
      list,
      others > 0 &&
        h(
          'p',
          { class: 'notice notice-info', testid: 'queue-others' },
          icon('info'),
          h('span', { text: t('queue.others', { count: format.count(others) }) }),
        ),
      items.length
        ? h('ul', { class: 'queue-items' }, items.map(row))
        : h('p', { class: 'empty', text: t('queue.empty') }),
      receipts.length > 0 && h('h3', { class: 'queue-heading', text: t('queue.receipts') }),
      receipts.length > 0 && h('ul', { class: 'queue-receipts' }, receipts.slice(0, 10).map(receiptRow)),
    )
    fill(
      foot,
      items.length > 0 &&
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'queue-save',
          text: t('queue.saveFile'),
          on: { click: () => askToSave(items) },
        }),
      items.some((item) => item.state === 'waiting' || item.state === 'sending') &&
        h('button', {
          type: 'button',
          class: 'button button-primary',
          testid: 'queue-send',
          text: t('queue.sendNow'),
          on: { click: options.onSendNow },
        }),
    )
  }

  function row(item) {
    const sign = h('span', { class: 'category-sign' })
    // Our own fixed drawing, no text of users.
    sign.innerHTML = incidentSymbol(item.body.category, item.body.majorCase, item.body.state)
    const host = h('div', { class: 'confirm' })
    return h(
      'li',
      { class: `queue-item is-${item.state}`, testid: 'queue-item', data: { incidentId: item.incidentId } },
      h(
        'div',
        { class: 'queue-what' },
        sign,
        h(
          'div',
          {},
          h('strong', { text: item.withdraws ? t('queue.withdraws', { what: nameOf(item) }) : nameOf(item) }),
          h('span', { text: item.names?.areaName ?? item.names?.communeName ?? t('queue.noArea') }),
          h('span', { class: 'muted', text: format.instant(item.body.occurredAt) }),
        ),
        h('span', { class: `tag queue-state is-${item.state}`, text: t(`queue.state.${item.state}`) }),
      ),
      item.withdraws && item.reason && h('p', { class: 'quote', text: item.reason }),
      item.withdraws && item.state !== 'refused' && h('p', { class: 'hint', text: withdrawalText({ t }, item) }),
      item.problem &&
        h('p', { class: 'hint hint-error', testid: 'queue-reason', text: item.problem.detail ?? item.problem.title ?? t('error.server') }),
      h('div', { class: 'actions' }, actions(item, host)),
      host,
    )
  }

  function actions(item, host) {
    const button = (testid, key, run, extra = '') =>
      h('button', { type: 'button', class: `button ${extra}`, testid, text: t(key), on: { click: run } })
    if (item.withdraws && item.state !== 'conflict')
      return [
        button('queue-open', 'queue.open', () => (dialog.close(), options.onOpen(item))),
        isUndoable(item) && button('queue-undo', 'withdrawal.undo', () => options.onUndo(item)),
      ]
    if (item.state === 'conflict') return button('queue-compare', 'queue.compare', () => options.onCompare(item), 'button-primary')
    return [
      button('queue-edit', 'queue.edit', () => (dialog.close(), options.onEdit(item))),
      button('queue-discard', 'queue.discard', () => askToDiscard(item, host), 'button-quiet'),
    ]
  }

  function askToDiscard(item, host) {
    fill(
      host,
      h('p', { text: t(item.attempted ? 'queue.discardSentAsk' : 'queue.discardAsk') }),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => fill(host) } }),
        h('button', {
          type: 'button',
          class: 'button button-danger',
          testid: 'queue-discard-confirm',
          text: t('queue.discardYes'),
          on: { click: () => options.onDiscard(item) },
        }),
      ),
    )
  }

  function askToSave(items) {
    fill(
      saving,
      h('p', { class: 'notice notice-error' }, icon('warning'), h('span', { text: t('queue.saveWarning') })),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => fill(saving) } }),
        h('button', {
          type: 'button',
          class: 'button button-primary',
          testid: 'queue-save-confirm',
          text: t('queue.saveYes'),
          on: { click: () => (fill(saving), options.onSave(items)) },
        }),
      ),
    )
  }

  function receiptRow(receipt) {
    return h(
      'li',
      {},
      icon('check', 18),
      h('span', {
        text: t(receipt.withdrawn ? 'queue.receiptWithdrawn' : 'queue.receipt', {
          what: receipt.names?.categoryName ?? '',
          time: format.instant(receipt.changedAt),
          id: receipt.incidentId.slice(0, 8),
          version: receipt.version,
        }),
      }),
    )
  }
}

const nameOf = (item) => item.names?.categoryName ?? item.body.category

/** Over a mark that is not, or not yet, on the server. @returns {Node|null} */
export function queueNote({ t }, incident) {
  if (!incident.queued) return null
  const stuck = ['refused', 'conflict'].includes(incident.queued)
  return h(
    'p',
    { class: `notice ${stuck ? 'notice-error' : 'notice-info'}`, testid: 'queued-note' },
    icon(stuck ? 'warning' : 'outbox'),
    h('span', { text: stuck ? (incident.problem?.detail ?? t('queue.state.conflict')) : t('queue.note') }),
  )
}
