import { h } from './dom.js'

/**
 * Two administrators changed the same category: what differs, side by side.
 * @param {{t: Function}} context @param {object} mine what is typed @param {object} theirs what is stored
 * @param {{onMine: () => void, onTheirs: () => void}} choices
 */
export function categoryConflict({ t }, mine, theirs, { onMine, onTheirs }) {
  const rows = [
    ['nameVi', (it) => it.nameVi],
    ['nameEn', (it) => it.nameEn],
    ['scale', (it) => t(`categories.scale.${it.scale}`)],
    ['seen', (it) => t(it.restricted ? 'categories.restricted' : 'categories.open')],
    ['use', (it) => t(it.active ? 'categories.active' : 'categories.inactive')],
  ].filter(([, words]) => words(mine) !== words(theirs))
  return h(
    'section',
    { class: 'stack conflict', tabindex: '-1', role: 'group', 'aria-label': t('categories.conflict'), testid: 'category-conflict' },
    h('p', { class: 'hint hint-warning', text: t(rows.length ? 'categories.conflict' : 'categories.conflictSame') }),
    rows.length > 0 &&
      h(
        'table',
        { class: 'compare' },
        h(
          'thead',
          {},
          h('tr', {}, h('td'), h('th', { scope: 'col', text: t('categories.mine') }), h('th', { scope: 'col', text: t('categories.theirs') })),
        ),
        h(
          'tbody',
          {},
          rows.map(([key, words]) =>
            h(
              'tr',
              { class: 'differs' },
              h('th', { scope: 'row', text: t(`categories.${key}`) }),
              h('td', { text: words(mine) }),
              h('td', { text: words(theirs) }),
            ),
          ),
        ),
      ),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', testid: 'category-theirs', text: t('categories.takeTheirs'), on: { click: onTheirs } }),
      h('button', {
        type: 'button',
        class: 'button button-primary',
        testid: 'category-mine',
        text: t('categories.takeMine'),
        on: { click: onMine },
      }),
    ),
  )
}
