import { fill, h } from './dom.js'

/**
 * Residential areas of a commune that go to the other one, or make up the first part: whole villages change hands more often
 * than lines are drawn.
 * @param {{t: Function}} context
 */
export function changeChildren({ t }) {
  const host = h('div')
  let ticked = new Set()

  return {
    element: host,
    /** @param {string} kind of change @param {object[]} areas id, fullName; empty hides the list */
    reset(kind, areas) {
      ticked = new Set()
      fill(
        host,
        areas.length > 0 &&
          h(
            'fieldset',
            { class: 'change-part' },
            h('legend', { text: t(`change.childrenOf.${kind}`) }),
            h('p', { class: 'hint', text: t('change.childrenHint') }),
            h(
              'div',
              { class: 'change-list', testid: 'change-children' },
              areas.map(({ id, fullName }) =>
                h(
                  'label',
                  { class: 'import-check' },
                  h('input', {
                    type: 'checkbox',
                    on: { change: ({ target }) => (target.checked ? ticked.add(id) : ticked.delete(id)) },
                  }),
                  h('span', { text: fullName }),
                ),
              ),
            ),
          ),
      )
    },
    get ids() {
      return [...ticked]
    },
  }
}
