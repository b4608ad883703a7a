import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * The incidents that a figure counted, each a link to itself; nothing for accounts that are not told which they are.
 * @param {{t: Function, format: object, loadIncidents: Function, onOpenIncident: (incident: {id: string}) => void}} context
 * @param {{incidentIds?: string[], previous?: object, current?: object}} hint @param {number} areaId
 */
export function hintIncidents(context, { incidentIds, previous, current }, areaId) {
  const { t, format, loadIncidents } = context
  if (!incidentIds?.length || !current || !loadIncidents) return null
  const list = h('div', { class: 'lazy' })
  const details = h(
    'details',
    { class: 'hint-incidents', testid: 'hint-incidents', on: { toggle: () => details.open && !list.hasChildNodes() && load() } },
    h('summary', { text: t('year.hintIncidents', { count: format.count(incidentIds.length) }) }),
    list,
  )

  async function load() {
    fill(list, h('p', { class: 'muted', role: 'status', text: t('common.loading') }))
    try {
      const { incidents } = await loadIncidents({ areaId, from: (previous ?? current).from, to: current.to })
      const byId = new Map(incidents.map((incident) => [incident.id, incident]))
      fill(
        list,
        h(
          'ul',
          { class: 'incident-lines' },
          incidentIds
            // What the list does not have any longer can still be opened by its id.
            .map((id) => byId.get(id) ?? { id, occurredAt: null })
            .sort((a, b) => (b.occurredAt ?? '').localeCompare(a.occurredAt ?? ''))
            .map((incident) => line(context, incident)),
        ),
      )
    } catch (error) {
      fill(list, problemBox(error, t, load))
    }
  }

  return details
}

/** A link, so that it can be opened beside the page as well. */
function line({ t, format, onOpenIncident }, incident) {
  const address = new URL(window.location.href)
  address.searchParams.set('selected', `incident:${incident.id}`)
  return h(
    'li',
    {},
    h(
      'a',
      {
        class: 'line-button',
        href: address.pathname + address.search,
        testid: 'hint-incident',
        on: {
          click(event) {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onOpenIncident(incident)
          },
        },
      },
      h('span', { class: 'line-date', text: incident.occurredAt ? format.instant(incident.occurredAt) : t('year.hintIncident') }),
      h('span', { text: incident.categoryName ?? incident.id.slice(0, 8) }),
      incident.majorCase && h('span', { class: 'tag tag-strong', text: t('incident.major') }),
    ),
  )
}
