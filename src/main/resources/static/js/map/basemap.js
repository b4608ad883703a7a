import * as L from 'leaflet'
import { bboxOf, labelPoint, polygonsOf, ringArea } from '../model/geometry.js'

/** East of this lie only the two archipelagos. */
const ARCHIPELAGOS_EAST_OF = 110.6
/** Hoàng Sa lies north of this, Trường Sa south of it. */
const HOANG_SA_NORTH_OF = 14

/**
 * The frame of the country, drawn from the provinces: a calm ground for the figures, without any foreign request.
 * Hoàng Sa and Trường Sa are too small to be seen as shapes from afar, so each island also gets a dot, and each
 * archipelago its name.
 *
 * @param {L.Map} map @param {ReturnType<import('./labels.js').createLabelLayer>} labels
 * @param {object[]} provinces GeoJSON features @param {(key: string) => string} t
 */
export function drawBaseMap(map, labels, provinces, t) {
  // Shapes and not a canvas: the browser asks a canvas for its picture with every frame of a drag. And as few as may be, since
  // all are worked out anew when a drag ends.
  const common = { renderer: L.svg({ pane: 'base', padding: 0.4 }), pane: 'base', interactive: false }
  L.geoJSON(
    { type: 'MultiPolygon', coordinates: provinces.flatMap((province) => polygonsOf(province.geometry)) },
    { ...common, style: { ...common, color: '#c9c4b6', weight: 1, fillColor: '#f7f5ef', fillOpacity: 1, smoothFactor: 1 } },
  ).addTo(map)

  const islands = provinces.flatMap((province) =>
    polygonsOf(province.geometry)
      .map((polygon) => bboxOf({ coordinates: polygon }))
      .filter((box) => box[0] > ARCHIPELAGOS_EAST_OF)
      .map((box) => ({ province, longitude: (box[0] + box[2]) / 2, latitude: (box[1] + box[3]) / 2 })),
  )
  // A ring of one place is a dot as wide as its line; the narrower one leaves a rim of the wider.
  const places = islands.map(({ longitude, latitude }) => [[latitude, longitude]])
  const dots = L.layerGroup(
    [
      { color: '#8f8a7c', weight: 4.6 },
      { color: '#f7f5ef', weight: 2.6 },
    ].map((line) => L.polygon(places, { ...common, ...line, opacity: 1, fill: false })),
  )
  const showDots = () => (map.getZoom() < 9 ? dots.addTo(map) : dots.remove())
  map.on('zoomend', showDots)
  showDots()
  labels.setGroup('base', [...provinces.flatMap(provinceLabel), ...archipelagoLabels(islands, t), seaLabel(t)])
}

function provinceLabel(province) {
  const point = labelPoint(province.geometry)
  if (!point) return []
  const size = Math.max(...polygonsOf(province.geometry).map((polygon) => Math.abs(ringArea(polygon[0]))))
  return [
    {
      id: `province-${province.id}`,
      longitude: point[0],
      latitude: point[1],
      text: province.properties.name,
      style: 'province',
      rank: 20 - size,
      minZoom: 5.5,
      maxZoom: 9.5,
    },
  ]
}

function archipelagoLabels(islands, t) {
  const named = [
    { key: 'hoangSa', members: islands.filter((island) => island.latitude > HOANG_SA_NORTH_OF) },
    { key: 'truongSa', members: islands.filter((island) => island.latitude <= HOANG_SA_NORTH_OF) },
  ]
  return named
    .filter(({ members }) => members.length)
    .map(({ key, members }) => ({
      id: `island-${key}`,
      longitude: members.reduce((sum, island) => sum + island.longitude, 0) / members.length,
      latitude: Math.max(...members.map((island) => island.latitude)) + 0.35,
      text: `${t(`map.${key}`)} (${members[0].province.properties.name})`,
      style: 'island',
      rank: 0,
      maxZoom: 12,
    }))
}

function seaLabel(t) {
  return { id: 'sea', longitude: 111.3, latitude: 13.4, text: t('map.sea'), style: 'sea', rank: 1, maxZoom: 8 }
}
