import { openDialog } from './dialog.js'
import { h } from './dom.js'
import { facts, syntheticNote } from './facts.js'
import { recordHistory } from './recordhistory.js'
import { teamLines } from './teamform.js'

/**
 * One security team: who it is by number and role, how it did in each year, and its history.
 * @param {{t: Function, format: object, mayWrite: boolean, loadHistory: () => Promise<object[]>,
 *   mapAddress: (place: object) => string, onEdit: () => void}} context
 * @param {object} team @param {object} lists the open lists of the teams
 */
export function openTeam({ t, format, mayWrite, loadHistory, mapAddress, onEdit }, team, lists) {
  const dialog = openDialog(
    { title: team.name, t, testid: 'movement-entry', wide: true },
    team.synthetic && syntheticNote({ t }, team.syntheticNote),
    facts(teamLines({ t, format }, team, lists).map(({ label, text }) => [label, text])),
    h('p', {}, h('a', { class: 'map-link', href: mapAddress(team), text: t('movement.onMap') })),
    recordHistory({ t, format }, loadHistory, (state) => teamLines({ t, format }, state.team, lists)),
    mayWrite &&
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
      ),
  )
}
