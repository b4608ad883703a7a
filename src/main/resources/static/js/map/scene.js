import { buildLegend, isUnstable, themeValue } from '../model/figures.js'
import { symbolOf } from '../model/incidents.js'
import { fewFill } from '../model/palette.js'
import { createAreaLayer } from './arealayer.js'
import { drawBaseMap } from './basemap.js'
import { createLabelLayer } from './labels.js'
import { createRoadLayer } from './linelayer.js'
import { installPatterns } from './patterns.js'
import { createPointLayer } from './pointlayer.js'

/**
 * Everything drawn on the map, from the data of one state of the page.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{t: Function, format: object, onSelect: (selected: string, longitude: number, latitude: number) => void,
 *   onHover: (id: string|null) => void, onHoverIncident: (id: string|null) => void}} options
 */
export function createScene(view, { t, format, onSelect, onHover, onHoverIncident }) {
  installPatterns()
  const labels = createLabelLayer(view.map)
  const areas = createAreaLayer(view, labels, {
    onSelect: (id, longitude, latitude) => onSelect(`area:${id}`, longitude, latitude),
    onHover,
  })
  const roads = createRoadLayer(view, {
    onSelect: (id, longitude, latitude) => onSelect(`road:${id}`, longitude, latitude),
  })
  const incidents = createPointLayer(view, {
    kind: 'incident',
    onSelect: (id) => onSelect(`incident:${id}`),
    onHover: onHoverIncident,
    textOf: (incident) =>
      [
        `${symbolOf(incident.category).letters}: ${incident.categoryName ?? incident.category}`,
        format.instant(incident.occurredAt),
        incident.majorCase && t('incident.major'),
        incident.state === 'not_a_case' && t('incident.notACase'),
      ]
        .filter(Boolean)
        .join(', '),
    clusterText: (count) => t('map.clusterIncidents', { count }),
  })
  const teams = createPointLayer(view, {
    kind: 'team',
    onSelect: (id) => onSelect(`team:${id}`),
    textOf: (team) => team.name,
    clusterText: (count) => t('map.clusterTeams', { count }),
  })
  const movement = createPointLayer(view, {
    kind: 'movement',
    onSelect: (id) => onSelect(`movement:${id}`),
    textOf: (entry) => `${entry.kindName}: ${entry.title}`,
    clusterText: (count) => t('map.clusterMovement', { count }),
  })

  function areaText(row, theme) {
    if (!row) return ''
    const value = themeValue(row, theme)
    if (theme === 'status') return `${row.fullName}: ${value ? t(`status.${value}`) : t('legend.noData')}`
    if (value === null) return `${row.fullName}: ${t('legend.noData')}`
    const rate = theme === 'count' ? '' : `${format.number(value)} ${t(`theme.${theme}.unit`)}, `
    return `${row.fullName}: ${rate}${t('map.incidents', { count: format.count(row.density.count) })}`
  }

  /** What the list beside the map leaves out is not drawn either. */
  let shows = () => true

  return {
    areas,
    hoverIncident: (id) => incidents.hover(id),
    /** @param {(incident: object) => boolean} filter */
    showIncidents(filter) {
      shows = filter
    },
    drawBase: (provinces) => drawBaseMap(view.map, labels, provinces, t),
    /** @returns {ReturnType<typeof buildLegend>} the legend that goes with the colours */
    draw(state, data) {
      const rows = new Map(data.rows.map((row) => [row.id, row]))
      const legend = buildLegend(data.rows, state.theme)
      const fillOf = (row) => (isUnstable(row, state.theme) ? fewFill(legend.fillOf(row)) : legend.fillOf(row))
      const byCommune = state.level === 'communes'
      const communesOn = state.layers.includes('communes')
      const filled = byCommune ? (communesOn ? data.communes : []) : data.residential
      areas.setFills(
        filled,
        (id) => fillOf(rows.get(id)),
        (id) => areaText(rows.get(id), state.theme),
      )
      areas.setLines(communesOn ? data.communes : [], byCommune ? data.residential : [])
      areas.setNames('communes', communesOn ? data.communes : [], 'commune')
      areas.setNames('residential', data.residential, 'area')
      roads.set(data.roads, (feature) => feature.properties.name)
      this.drawPoints(state, data)
      return legend
    },
    drawPoints(state, data) {
      incidents.set(state.layers.includes('incidents') ? data.incidents.filter((incident) => !incident.withdrawn && shows(incident)) : [])
      movement.set(data.movement)
      teams.set(
        data.teams.map((team) => ({
          id: team.id,
          name: team.properties.name,
          longitude: team.geometry.coordinates[0],
          latitude: team.geometry.coordinates[1],
        })),
      )
    },
    /** Takes the colours away: figures of another period must not stand under a new heading. */
    clear() {
      areas.setFills(
        [],
        () => null,
        () => '',
      )
      incidents.set([])
      teams.set([])
      movement.set([])
      roads.set([], () => '')
    },
    /** @param {string|null} selected "area:…", "road:…", "team:…", "movement:…", "incident:…" */
    select(selected) {
      const [kind, id] = selected?.split(/:(.*)/) ?? []
      areas.select(kind === 'area' ? id : null)
      roads.select(kind === 'road' ? id : null)
      incidents.select(kind === 'incident' ? id : null)
      teams.select(kind === 'team' ? id : null)
      movement.select(kind === 'movement' ? id : null)
    },
  }
}
