import * as L from 'leaflet'
import { cellSizeFor, clusterPoints } from '../model/clusters.js'
import { symbolOf } from '../model/incidents.js'

/** What turned out to be no case: hollow, with a broken outline and a line through it. */
const NOT_A_CASE = { fill: '#fff', ink: '#56636f', outline: 'stroke="#56636f" stroke-width="1.6" stroke-dasharray="3.2 2.2"' }
const LINE_THROUGH = '<path d="M3.5 24.5L24.5 3.5" stroke="#56636f" stroke-width="1.8" stroke-linecap="round"/>'

/**
 * Symbol of an incident: outline by group, letters by category; a major case (trọng án) wears a double ring and a star.
 * @param {string} category @param {boolean} majorCase @param {string} [state] as the incident has it
 */
export function incidentSymbol(category, majorCase, state) {
  const { path, letters, colour, group } = symbolOf(category)
  const none = state === 'not_a_case'
  const look = none ? NOT_A_CASE : { fill: colour, ink: '#fff', outline: 'stroke="#fff" stroke-width="2"' }
  const ring = majorCase ? '<circle cx="14" cy="14" r="15.6" fill="none" stroke="#111" stroke-width="1.6"/>' : ''
  const star = majorCase
    ? '<g transform="translate(24 4)"><circle r="6" fill="#111"/><path d="M0-4.2L1.2-1.3L4.2-1.2L1.9.8L2.6 3.8L0 2.1L-2.6 3.8L-1.9.8L-4.2-1.2L-1.2-1.3Z" fill="#ffd94a"/></g>'
    : ''
  const baseline = group === 'fire' ? 21 : 17.6
  return `<svg viewBox="-3 -3 34 34" width="34" height="34" aria-hidden="true" focusable="false">${ring}<path d="${path}" fill="${look.fill}" ${look.outline} stroke-linejoin="round"/>${none ? LINE_THROUGH : ''}<text x="14" y="${baseline}" text-anchor="middle" font-size="${group === 'fire' ? 8.5 : 10}" font-weight="700" fill="${look.ink}">${letters}</text>${star}</svg>`
}

const TEAM_SYMBOL =
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><path d="M12 1.5L21 5v6.5c0 5.2-3.7 9-9 11-5.3-2-9-5.8-9-11V5z" fill="#0f6b5c" stroke="#fff" stroke-width="1.8"/><path d="M8 12l3 3 5.2-5.6" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'

/** A flag: the movement's own sign, told from the shield of the teams by its outline. */
const MOVEMENT_SYMBOL =
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="11" fill="#8a3a00" stroke="#fff" stroke-width="1.8"/><path d="M9 18V6.5M9 7h7.5l-2 2.6l2 2.6H9" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>'

/** Over whatever lies at the same place. */
const SELECTED_OFFSET = 900

/**
 * Incidents, security teams, or entries of the movement, clustered while zoomed out.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{kind: 'incident'|'team'|'movement', onSelect: (id: string) => void, onHover?: (id: string|null) => void, textOf: (item: object) => string, clusterText: (count: number) => string}} options
 */
export function createPointLayer({ map }, { kind, onSelect, onHover = () => {}, textOf, clusterText }) {
  const group = L.layerGroup().addTo(map)
  // Hundreds of stops for the Tab key help nobody: incidents have their list beside the map.
  const byKeyboard = kind !== 'incident'
  let items = []
  let selectedId = null
  let hoveredId = null
  /** Id of an item to the marker that shows it, alone or with others. */
  const shownBy = new Map()

  function draw() {
    group.clearLayers()
    shownBy.clear()
    const zoom = map.getZoom()
    const points = items.map((item) => ({ ...map.project([item.latitude, item.longitude], zoom), item }))
    for (const cluster of clusterPoints(points, cellSizeFor(zoom))) {
      const position = map.unproject([cluster.x, cluster.y], zoom)
      const marker = cluster.items.length === 1 ? single(cluster.items[0]) : bundle(cluster.items, position)
      group.addLayer(marker)
      for (const item of cluster.items) shownBy.set(item.id, marker)
    }
    mark(hoveredId, true)
  }

  function mark(id, on) {
    const marker = shownBy.get(id)
    marker?.getElement()?.classList.toggle('is-hovered', on)
    marker?.setZIndexOffset(on ? 1000 : id === selectedId ? SELECTED_OFFSET : 0)
  }

  function single(item) {
    const html = kind === 'incident' ? incidentSymbol(item.category, item.majorCase, item.state) : kind === 'team' ? TEAM_SYMBOL : MOVEMENT_SYMBOL
    const quiet = item.state === 'not_a_case' ? ' is-no-case' : ''
    const className = `point point-${kind}${quiet}${item.id === selectedId ? ' is-selected' : ''}`
    const size = kind === 'incident' ? 34 : 26
    const marker = L.marker([item.latitude, item.longitude], {
      pane: 'points',
      keyboard: byKeyboard,
      zIndexOffset: item.id === selectedId ? SELECTED_OFFSET : 0,
      icon: L.divIcon({ className, html, iconSize: [size, size] }),
    })
    marker.on('click', () => onSelect(item.id))
    marker.on('mouseover', () => onHover(item.id))
    marker.on('mouseout', () => onHover(null))
    marker.on('add', () => label(marker, textOf(item), { [`data-${kind}-id`]: item.id }))
    return marker
  }

  function bundle(members, position) {
    const size = members.length < 10 ? 32 : members.length < 50 ? 38 : 44
    const major = members.some((item) => item.majorCase) ? ' has-major' : ''
    const icon = L.divIcon({
      className: `cluster cluster-${kind}${major}`,
      html: `<span>${members.length}</span>`,
      iconSize: [size, size],
    })
    const marker = L.marker(position, { pane: 'points', keyboard: byKeyboard, icon })
    marker.on('click', () => {
      const bounds = L.latLngBounds(members.map((item) => [item.latitude, item.longitude]))
      const closer = Math.min(19, Math.max(map.getZoom() + 1.5, map.getBoundsZoom(bounds.pad(0.3))))
      map.setView(bounds.getCenter(), closer)
    })
    marker.on('add', () => label(marker, clusterText(members.length), { 'data-cluster': members.length }))
    return marker
  }

  map.on('zoomend', draw)
  return {
    /** @param {Array<{id: string, longitude: number, latitude: number}>} next */
    set(next) {
      items = next.filter((item) => Number.isFinite(item.longitude) && Number.isFinite(item.latitude))
      draw()
    },
    /** @param {string|null} id the one that something else points at */
    hover(id) {
      mark(hoveredId, false)
      hoveredId = id
      mark(id, true)
    },
    select(id) {
      if (id === selectedId) return
      selectedId = id
      draw()
    },
  }
}

/** What a symbol says to a screen reader, and what tests know it by. */
export function label(marker, text, attributes) {
  const element = marker.getElement()
  if (!element.hasAttribute('role')) element.setAttribute('role', 'img')
  element.setAttribute('aria-label', text)
  element.title = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
