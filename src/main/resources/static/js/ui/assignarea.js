import { toWallClock } from '../model/dates.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

/** @param {object} incident @returns {boolean} its place names no residential area, or somebody has set one by hand */
export function needsArea(incident) {
  if (incident.withdrawn) return false
  return (
    incident.nearBorder ||
    incident.assignedByHand ||
    (!incident.residentialArea && incident.placeAccuracy !== 'unknown')
  )
}

/**
 * Puts an incident near the border or in no area into one by hand, or takes that back.
 * @param {{t: Function, format: object, loadAreas: (day: string, communeId: number) => Promise<object[]>}} context
 * @param {object} incident
 * @param {{onAssign: (areaId: number, reason: string|null) => Promise<void>,
 *   onRelease: (reason: string|null) => Promise<void>}} actions
 * @returns {HTMLElement}
 */
export function assignSection({ t, format, loadAreas }, incident, { onAssign, onRelease }) {
  const host = h('section', { class: 'panel-section assign', testid: 'assign-area' })
  const problem = h('div')
  // A closed record is changed for a reason only.
  const reason = incident.closed ? reasonField({ t, needed: true, testid: 'assign-reason' }) : null

  const button = (testid, text, run, primary = false) =>
    h('button', { type: 'button', class: `button${primary ? ' button-primary' : ''}`, testid, text, on: { click: run } })

  /** @param {(reason: string|null) => Promise<void>} write */
  function save(write) {
    if (reason?.missing())
      return fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text: t('reason.missing') }))
    return attempt(() => write(reason?.value() ?? null))
  }

  async function attempt(work) {
    fill(problem)
    try {
      await work()
    } catch (error) {
      fill(problem, problemBox(error, t))
    }
  }

  function begin() {
    if (!incident.assignedByHand)
      return fill(
        host,
        h('p', { text: t('assign.why') }),
        button('assign-start', t('assign.start'), () => attempt(choose)),
        problem,
      )
    const area = incident.residentialArea?.fullName ?? incident.commune?.fullName ?? ''
    fill(
      host,
      h('p', {}, icon('check', 18), ' ', t('assign.done', { area })),
      reason?.element,
      button('assign-release', t('assign.release'), () => save(onRelease)),
      problem,
    )
  }

  async function choose() {
    const day = toWallClock(new Date(incident.occurredAt)).slice(0, 10)
    const areas = incident.commune ? await loadAreas(day, incident.commune.id) : []
    const sorted = [...areas].sort((a, b) => format.compareNames(a.fullName, b.fullName))
    const select = h(
      'select',
      { class: 'select', testid: 'assign-select' },
      sorted.map(({ id, fullName }) => h('option', { value: String(id), text: fullName })),
      incident.commune &&
        h('option', {
          value: String(incident.commune.id),
          text: t('assign.communeOnly', { commune: incident.commune.fullName }),
        }),
    )
    fill(
      host,
      field(t('assign.label', { commune: incident.commune?.fullName ?? '' }), select, { hint: t('assign.hint') }),
      reason?.element,
      problem,
      h(
        'div',
        { class: 'actions' },
        button('assign-cancel', t('common.cancel'), begin),
        button('assign-save', t('assign.save'), () => save((why) => onAssign(Number(select.value), why)), true),
      ),
    )
    select.focus()
  }

  begin()
  return host
}
