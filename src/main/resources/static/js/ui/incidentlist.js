import { incidentSymbol } from '../map/pointlayer.js'
import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Incidents as a list: the officer's own, or all of the period.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, session: object, load: (mine: boolean) => Promise<{incidents: object[], complete: boolean}>,
 *   onOpen: (incident: object) => void}} options
 */
export function createIncidentList(host, { t, format, session, load, onOpen }) {
  let mine = session.rights.markIncidents
  let stale = true
  let running = 0
  const list = h('div', { class: 'incident-list', testid: 'incident-list' })
  const choice = (value, key) =>
    h(
      'label',
      { class: 'option' },
      h('input', {
        type: 'radio',
        name: 'incident-list',
        class: 'visually-hidden',
        testid: `incidents-${key}`,
        checked: mine === value,
        on: { change: () => ((mine = value), show()) },
      }),
      h('span', { class: 'option-box', text: t(`incidents.${key}`) }),
    )
  fill(
    host,
    session.rights.markIncidents &&
      h(
        'div',
        { class: 'segments', role: 'radiogroup', 'aria-label': t('incidents.title') },
        choice(true, 'mine'),
        choice(false, 'period'),
      ),
    list,
  )

  async function show() {
    const run = ++running
    stale = false
    fill(
      list,
      h(
        'div',
        { class: 'skeleton-lines', 'aria-hidden': 'true' },
        Array.from({ length: 6 }, () => h('span')),
      ),
    )
    try {
      const { incidents: found, complete } = await load(mine)
      if (run !== running) return
      const incidents = [...found].sort((a, b) => b.occurredAt.localeCompare(a.occurredAt))
      fill(
        list,
        h('p', { class: 'muted', text: t('incidents.count', { count: format.count(incidents.length) }) }),
        incidents.length
          ? h('ul', {}, incidents.map(item))
          : h('p', { class: 'empty', text: t(mine ? 'incidents.noneMine' : 'incidents.none') }),
        !complete && h('p', { class: 'hint', text: t('incidents.cut') }),
      )
    } catch (error) {
      if (run === running && error.name !== 'AbortError') fill(list, problemBox(error, t, show))
    }
  }

  function item(incident) {
    const sign = h('span', { class: 'category-sign' })
    // Our own fixed drawing, no text of users.
    sign.innerHTML = incidentSymbol(incident.category, incident.majorCase)
    const place = incident.residentialArea?.fullName ?? incident.commune?.fullName ?? t('where.nowhere')
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: `incident-item${incident.withdrawn ? ' is-withdrawn' : ''}`,
          data: { incidentId: incident.id },
          on: { click: () => onOpen(incident) },
        },
        sign,
        h(
          'span',
          {},
          h('strong', { text: incident.categoryName ?? incident.category }),
          h('span', { text: place }),
          h('span', { class: 'muted', text: format.instant(incident.occurredAt) }),
        ),
        !incident.withdrawn && incident.state === 'not_a_case' && h('span', { class: 'tag', text: t('state.not_a_case') }),
        incident.withdrawn && h('span', { class: 'tag', text: t('incident.withdrawnShort') }),
        incident.majorCase && h('span', { class: 'tag tag-strong', text: t('incident.major') }),
      ),
    )
  }

  return {
    /** The data changed: shown now when the list is in sight, else on the next look. */
    refresh() {
      stale = true
      if (!host.hidden) show()
    },
    open: () => stale && show(),
  }
}
