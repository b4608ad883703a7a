import { h } from './dom.js'

/**
 * Two people changed the same record: what differs, side by side. Nothing of the other is overwritten unseen.
 * @param {{t: Function}} context
 * @param {Array<{label: string, before: string, after: string}>} lines before: what is stored, after: what is typed
 * @param {{onMine: () => void, onTheirs: () => void}} choices
 */
export function versionConflict({ t }, lines, { onMine, onTheirs }) {
  const cell = (text) => h('td', {}, text || t('record.nothing'))
  return h(
    'section',
    { class: 'stack conflict', tabindex: '-1', role: 'group', 'aria-label': t('record.conflict'), testid: 'record-conflict' },
    h('p', { class: 'hint hint-warning', text: t(lines.length ? 'record.conflict' : 'record.conflictSame') }),
    lines.length > 0 &&
      h(
        'div',
        { class: 'record-compare', tabindex: '0', role: 'region', 'aria-label': t('record.compare') },
        h(
          'table',
          { class: 'compare' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('td'),
              h('th', { scope: 'col', text: t('record.mine') }),
              h('th', { scope: 'col', text: t('record.theirs') }),
            ),
          ),
          h(
            'tbody',
            {},
            lines.map(({ label, before, after }) =>
              h('tr', { class: 'differs' }, h('th', { scope: 'row', text: label }), cell(after), cell(before)),
            ),
          ),
        ),
      ),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', testid: 'record-theirs', text: t('record.takeTheirs'), on: { click: onTheirs } }),
      h('button', {
        type: 'button',
        class: 'button button-primary',
        testid: 'record-mine',
        text: t('record.takeMine'),
        on: { click: onMine },
      }),
    ),
  )
}
