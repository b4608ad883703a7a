import { differingFields } from '../model/incidents.js'
import { openDialog } from './dialog.js'
import { h } from './dom.js'
import { incidentFacts } from './incidentpanel.js'

/**
 * Two people changed the same incident, or one was to take it back: shows both versions side by side.
 * @param {{t: Function, format: object}} context
 * @param {object} mine values of the form @param {object} theirs the server's current version
 * @param {{withdraws?: boolean}} [options] withdraws: mine is what the person saw when taking it back
 * @returns {Promise<'mine'|'theirs'|null>} null when the window is closed without a choice
 */
export function resolveConflict({ t, format }, mine, theirs, { withdraws = false } = {}) {
  return new Promise((resolve) => {
    let choice = null
    const differs = differingFields(mine, theirs).length > 0
    const first = incidentFacts({ t, format }, { ...theirs, ...mine })
    const second = incidentFacts({ t, format }, theirs)
    const rows = first.map(([label, value], index) => {
      const other = second[index][1]
      return h(
        'tr',
        { class: value === other ? '' : 'differs' },
        h('th', { scope: 'row', text: label }),
        h('td', { text: value ?? '–' }),
        h('td', { text: other ?? '–' }),
      )
    })
    const pick = (value) => {
      choice = value
      dialog.close()
    }
    const dialog = openDialog(
      { title: t('conflict.title'), t, testid: 'conflict-dialog', wide: true, onClose: () => resolve(choice) },
      h('p', { text: t(withdraws ? 'conflict.withdrawText' : differs ? 'conflict.text' : 'conflict.same') }),
      h(
        'div',
        { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('conflict.title') },
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
              h('th', { scope: 'col', text: t(withdraws ? 'conflict.seen' : 'conflict.mine') }),
              h('th', { scope: 'col', text: t('conflict.theirs') }),
            ),
          ),
          h('tbody', {}, rows),
        ),
      ),
      h(
        'div',
        { class: 'actions' },
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'conflict-theirs',
          text: t('conflict.takeTheirs'),
          on: { click: () => pick('theirs') },
        }),
        h('button', {
          type: 'button',
          class: `button ${withdraws ? 'button-danger' : 'button-primary'}`,
          testid: 'conflict-mine',
          text: t(withdraws ? 'conflict.withdraw' : 'conflict.takeMine'),
          on: { click: () => pick('mine') },
        }),
      ),
    )
  })
}
