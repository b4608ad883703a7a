import { areaChoice } from '../model/areachoice.js'
import { toWallClock } from '../model/dates.js'
import { fill, h, isPhone } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'
import { createSearch } from './search.js'

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
 * @param {{t: Function, format: object, announce: (text: string) => void,
 *   loadAreas: (day: string, communeId: number) => Promise<object[]>,
 *   searchAreas: (text: string, day: string, options: object) => Promise<object[]>}} context
 * @param {object} incident
 * @param {{onAssign: (areaId: number, reason: string|null) => Promise<void>,
 *   onRelease: (reason: string|null) => Promise<void>}} actions
 * @returns {HTMLElement}
 */
export function assignSection({ t, format, announce, loadAreas, searchAreas }, incident, { onAssign, onRelease }) {
  const host = h('section', { class: 'panel-section assign', testid: 'assign-area' })
  const problem = h('div')
  const { commune } = incident
  // A closed record is changed for a reason only.
  const reason = incident.closed ? reasonField({ t, needed: true, testid: 'assign-reason' }) : null

  const button = (testid, text, run, primary = false) =>
    h('button', { type: 'button', class: `button${primary ? ' button-primary' : ''}`, testid, text, on: { click: run } })

  const complain = (text) => fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text }))

  /** @param {(reason: string|null) => Promise<void>} write */
  function save(write) {
    if (reason?.missing()) return complain(t('reason.missing'))
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
    const area = incident.residentialArea?.fullName ?? commune?.fullName ?? ''
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
    const own = commune ? await ownAreas(day) : []
    let chosen = null
    const box = h('div', { class: 'assign-search' })
    const hintId = `assign-hint-${incident.id}`
    const { input, offer } = createSearch(box, {
      t,
      format,
      announce,
      testid: 'assign',
      least: 0,
      stays: true,
      label: t('assign.label'),
      placeholder: t('assign.placeholder'),
      search: (text, signal) => find(text, day, own, signal),
      onPick: (area) => ((chosen = area), fill(problem)),
      onType: () => (chosen = null),
    })
    input.id = `assign-${incident.id}`
    input.setAttribute('aria-describedby', hintId)
    const store = () =>
      chosen ? save((why) => onAssign(Number(chosen.id), why)) : (complain(t('assign.notChosen')), input.focus())
    fill(
      host,
      h(
        'div',
        { class: 'field' },
        h('label', { for: input.id, text: t('assign.label') }),
        box,
        h('p', { class: 'hint', id: hintId, text: t('assign.hint') }),
      ),
      reason?.element,
      problem,
      h(
        'div',
        { class: 'actions' },
        button('assign-cancel', t('common.cancel'), () => (begin(), host.querySelector('button').focus())),
        button('assign-save', t('assign.save'), store, true),
      ),
    )
    // A focus would call up the keyboard of a phone, over the list.
    if (isPhone()) offer()
    else input.focus()
  }

  /** The areas of the commune that the place lies in, and the commune itself. */
  async function ownAreas(day) {
    const areas = await loadAreas(day, commune.id)
    const sorted = [...areas].sort((a, b) => format.compareNames(a.fullName, b.fullName))
    const whole = { id: commune.id, fullName: commune.fullName, kindLabel: t('assign.communeOnly') }
    // Within the commune nobody needs to be told its name, nor validity that holds on the day.
    return [...sorted.map(({ id, fullName }) => ({ id, fullName, parentName: commune.fullName })), whole]
  }

  async function find(text, day, own, signal) {
    const found = text.length > 1 ? await searchAreas(text, day, { signal }) : []
    return areaChoice(own, found.map((area) => ({ ...area, validTo: null })), text)
  }

  begin()
  return host
}
