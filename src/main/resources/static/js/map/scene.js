import { buildLegend, isUnstable, themeValue } from '../model/figures.js'
import { symbolOf } from '../model/incidents.js'
import { fewFill } from '../model/palette.js'
import { loadTile } from '../api/tiles.js'
import { createSlices } from '../model/slices.js'
import { drawsTiles, incidentSource, tileSource } from '../model/tiles.js'
import { createAreaLayer } from './arealayer.js'
import { drawBaseMap } from './basemap.js'
import { createClusterLayer } from './clusterlayer.js'
import { createLabelLayer } from './labels.js'
import { createRoadLayer } from './linelayer.js'
import { installPatterns } from './patterns.js'
import { createPointLayer, label } from './pointlayer.js'
import { createTileLayer } from './tilelayer.js'

/** Tiles show residential areas themselves from this zoom on, below it by their communes; as the service draws them. */
const OWN_AREAS_FROM_ZOOM = 11

/**
 * Everything drawn on the map, from the data of one state of the page: from afar the areas come as vector tiles, near by as
 * shapes that can be reached one by one.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{t: Function, format: object, onSelect: (selected: string, longitude: number, latitude: number) => void,
 *   onHover: (id: string|null) => void, onHoverIncident: (id: string|null) => void,
 *   onChanged: () => void, over: Element[]}} options onChanged: tiles or shapes are drawn now, or other areas stand for others;
 *   over: what stands over the map
 */
export function createScene(view, { t, format, onSelect, onHover, onHoverIncident, onChanged, over }) {
  installPatterns()
  const labels = createLabelLayer(view.map, over)
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

  const slices = createSlices()
  const tiles = createTileLayer(view, { load: loadTile, slices, onHover, onFailed, onNames: debounce(nameTiles, 150) })
  const clusters = createClusterLayer(view, {
    load: loadTile,
    slices,
    onFailed,
    label,
    clusterText: (count) => t('map.clusterIncidents', { count }),
  })

  function areaText(row, theme) {
    if (!row) return ''
    const value = themeValue(row, theme)
    if (theme === 'status') return `${row.fullName}: ${value ? t(`status.${value}`) : t('legend.noData')}`
    if (value === null) return `${row.fullName}: ${t('legend.noData')}`
    const rate = theme === 'count' ? '' : `${format.number(value)} ${t(`theme.${theme}.unit`)}, `
    return `${row.fullName}: ${rate}${t('map.incidents', { count: format.count(row.density.count) })}`
  }

  /** Of a commune that stands for its residential areas. */
  function mergedText(row, theme) {
    const what =
      theme === 'status'
        ? Object.entries(row.statuses).map(([key, count]) => `${t(`status.${key}`)} ${format.count(count)}`)
        : [
            theme !== 'count' && themeValue(row, theme) !== null && `${format.number(themeValue(row, theme))} ${t(`theme.${theme}.unit`)}`,
            row.total === null ? t('legend.noData') : t('map.incidents', { count: format.count(row.total) }),
          ]
    return [`${row.fullName}: ${t('tiles.members', { count: format.count(row.members) })}`, ...what, t('tiles.closer')].filter(Boolean).join(', ')
  }

  /** What the list beside the map leaves out is not drawn either. */
  let shows = () => true
  let category = ''
  /** What was drawn last: state, data, rows by id, fillOf, legend. */
  let now = null
  /** Tiles could not be had. */
  let failed = false
  /** 'tiles', 'shapes' or 'nothing', and whether a feature stands for several areas. */
  let mode = ''

  const isFar = () => Boolean(now) && drawsTiles(view.map.getZoom(), now.data.rows.length)
  const isMerged = () => isFar() && !failed && now.state.level !== 'communes' && Math.round(view.map.getZoom()) < OWN_AREAS_FROM_ZOOM

  function onFailed() {
    if (failed) return
    failed = true
    arrange()
  }

  /** Chooses how the areas are drawn at this zoom, and draws them where that is another way than before. */
  function arrange({ anew = false } = {}) {
    if (!now) return
    const far = isFar()
    const next = far && !failed ? 'tiles' : far && now.data.large ? 'nothing' : 'shapes'
    const known = `${next} ${isMerged()}`
    if (known === mode && !anew) return
    const shapesStay = mode.startsWith('shapes') && next === 'shapes' && !anew
    mode = known
    const source = next === 'tiles' ? tileSource(now.state, now.data.boundaryDay) : null
    if (source) tiles.show(source, now.data.bbox, howTiles())
    else tiles.hide()
    if (!shapesStay) drawShapes(next === 'shapes')
    drawIncidents()
    nameTiles()
    onChanged()
  }

  function howTiles() {
    const { state, data, rows, fillOf } = now
    const communes = new Set(data.communes.map((feature) => feature.id))
    const [west, south, east, north] = data.bbox
    return {
      fillOf,
      textOf: (row) => (row.members ? mergedText(row, state.theme) : areaText(row, state.theme)),
      // The service draws no tiles of what was recorded by a past day: the table knows.
      rowOf: (row) => (!state.asOf ? row : row.members ? { ...row, safety: null } : (rows.get(row.id) ?? row)),
      shows(row, box) {
        if (!row.members) return rows.has(row.id)
        if (!data.large) return communes.has(row.id)
        const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
        return x >= west && x <= east && y >= south && y <= north
      },
    }
  }

  function drawShapes(on) {
    const { state, data, rows, fillOf } = now
    const byCommune = state.level === 'communes'
    const communesOn = state.layers.includes('communes')
    const filled = byCommune ? (communesOn ? data.communes : []) : data.residential
    areas.setFills(
      on ? filled : [],
      (id) => fillOf(rows.get(id)),
      (id) => areaText(rows.get(id), state.theme),
    )
    areas.setLines(on && communesOn ? data.communes : [], on && byCommune ? data.residential : [])
    areas.setNames('communes', communesOn ? data.communes : [], 'commune')
    areas.setNames('residential', data.residential, 'area')
    // From afar they would cover the areas whose colours are what one looks for.
    roads.set(isFar() ? [] : data.roads, (feature) => feature.properties.name)
  }

  function drawIncidents() {
    const { state, data } = now
    const on = state.layers.includes('incidents')
    const asNumbers = on && data.large && mode.startsWith('tiles') && category !== null
    incidents.set(on && !(data.large && isFar()) ? data.incidents.filter((incident) => !incident.withdrawn && shows(incident)) : [])
    if (asNumbers) clusters.show(incidentSource(state, category), data.bbox)
    else clusters.hide()
  }

  function drawOthers(data) {
    movement.set(data.movement)
    teams.set(
      data.teams.map((team) => ({
        id: team.id,
        name: team.properties.name,
        longitude: team.geometry.coordinates[0],
        latitude: team.geometry.coordinates[1],
      })),
    )
  }

  /** Where there are no shapes, the tiles say where the names go. */
  function nameTiles() {
    const names = now?.data.large && tiles.isOn() ? tiles.names() : []
    labels.setGroup(
      'tiles',
      names.map((name) => ({ ...name, id: `tile-${name.id}`, style: 'commune', rank: 10, minZoom: 8 })),
    )
  }

  view.map.on('zoomend', () => arrange())
  window.addEventListener('online', () => {
    failed = false
    arrange()
  })

  return {
    isFar,
    isMerged,
    /** @returns {boolean} from afar nothing can be drawn now, neither tiles nor shapes */
    isBare: () => mode.startsWith('nothing'),
    hoverIncident: (id) => incidents.hover(id),
    /** @param {string|null} id an area that something else points at */
    hoverArea(id) {
      areas.hover(id)
      tiles.hover(id)
    },
    /** @returns {number[]|null} west, south, east, north; null where it is not drawn */
    bboxOf: (id) => areas.bboxOf(id) ?? tiles.bboxOf(id),
    /** @returns {{row: object, bbox: number[]}|null} the area that tiles show at a place; shapes tell of clicks themselves */
    pick: tiles.pick,
    /**
     * @param {(incident: object) => boolean} filter
     * @param {string|null} onlyCategory what of the filter holds for numbers too: a code, "" for all; null where it asks
     *   for what numbers do not tell
     */
    showIncidents(filter, onlyCategory) {
      shows = filter
      category = onlyCategory
    },
    drawBase: (provinces) => drawBaseMap(view.map, labels, provinces, t),
    /** @returns {ReturnType<typeof buildLegend>} the legend that goes with the colours */
    draw(state, data) {
      const rows = new Map(data.rows.map((row) => [row.id, row]))
      const legend = buildLegend(data.rows, state.theme)
      const fillOf = (row) => (isUnstable(row, state.theme) ? fewFill(legend.fillOf(row)) : legend.fillOf(row))
      now = { state, data, rows, fillOf }
      failed = navigator.onLine === false
      arrange({ anew: true })
      drawOthers(data)
      return legend
    },
    /** After a change of what the list leaves out. */
    drawPoints(state, data) {
      now = { ...now, state, data }
      drawIncidents()
    },
    /** Takes the colours away: figures of another period must not stand under a new heading. */
    clear() {
      now = null
      mode = ''
      tiles.hide()
      clusters.hide()
      nameTiles()
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
      tiles.select(kind === 'area' ? id : null)
      roads.select(kind === 'road' ? id : null)
      incidents.select(kind === 'incident' ? id : null)
      teams.select(kind === 'team' ? id : null)
      movement.select(kind === 'movement' ? id : null)
    },
  }
}

function debounce(run, ms) {
  let timer = null
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
}
