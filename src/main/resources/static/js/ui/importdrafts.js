import { h } from './dom.js'

/**
 * Files that a program sent and nobody has decided about yet; each can be opened as if it had been chosen, or dropped.
 * @param {{t: Function, format: object, drafts: object[], onOpen: (draft: object) => void, onDrop: (draft: object) => void}} context
 */
export function importDrafts({ t, format, drafts, onOpen, onDrop }) {
  if (!drafts.length) return null
  return h(
    'section',
    { class: 'import-past' },
    h('h2', { text: t('territory.drafts') }),
    h('p', { class: 'muted', text: t('territory.draftsHint') }),
    h('ul', { class: 'import-list', testid: 'import-drafts' }, drafts.map(item)),
  )

  function item(draft) {
    const name = `${draft.fileName}, ${format.instant(draft.createdAt)}`
    return h(
      'li',
      {},
      h('strong', { text: name }),
      h('p', {
        class: 'muted',
        text: t('territory.draftLine', { unit: draft.unit, day: format.day(draft.validFrom), count: format.count(draft.changes) }),
      }),
      h(
        'div',
        { class: 'actions' },
        button('territory.draftOpen', 'import-draft-open', () => onOpen(draft)),
        button('territory.draftDrop', 'import-draft-drop', () => onDrop(draft)),
      ),
    )

    function button(key, testid, click) {
      return h('button', { type: 'button', class: 'button', testid, text: t(key), 'aria-label': `${t(key)}: ${name}`, on: { click } })
    }
  }
}
