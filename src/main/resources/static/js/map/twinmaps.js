import { bboxOf } from '../model/geometry.js'
import { NO_DATA_FILL, STATUS_FILLS } from '../model/palette.js'
import { createAreaLayer } from './arealayer.js'
import { drawBaseMap } from './basemap.js'
import { addHomeAndCredits } from './controls.js'
import { createLabelLayer } from './labels.js'
import { createMapView } from './mapview.js'
import { installPatterns } from './patterns.js'

/**
 * Two maps of the same ground that move together.
 * @param {HTMLElement[]} elements left and right
 * @param {{t: Function, provinces: object[], credits: () => HTMLElement}} options
 */
export function createTwinMaps(elements, { t, provinces, credits }) {
  installPatterns()
  let home = null
  const sides = elements.map((element) => {
    const view = createMapView(element, { t, still: true })
    const labels = createLabelLayer(view.map)
    drawBaseMap(view.map, labels, provinces, t)
    addHomeAndCredits(view.map, { homeLabel: t('map.home'), onHome: () => home && view.fit(home), credits: credits() })
    const layer = createAreaLayer(view, labels, { onSelect: select, onHover: hover })
    return { view, layer }
  })
  let leading = null

  sides.forEach(({ view }, index) =>
    view.map.on('move', () => {
      // The one that follows must not lead back.
      if (leading !== null && leading !== index) return
      leading = index
      sides[1 - index].view.map.setView(view.map.getCenter(), view.map.getZoom(), { animate: false })
      leading = null
    }),
  )

  function select(id) {
    for (const { layer } of sides) layer.select(id)
  }

  function hover(id) {
    for (const { layer } of sides) layer.hover(id)
  }

  return {
    /**
     * @param {Array<{areas: object[], communes: object[], collection: string}>} grounds of left and right, GeoJSON features
     * @param {Array<Map<string, string>>} statuses of left and right, by area @param {number[]} years
     */
    draw(grounds, statuses, years) {
      const withId = (features) => features.map((feature) => ({ ...feature, id: String(feature.id ?? feature.properties.id) }))
      const all = []
      sides.forEach(({ layer }, index) => {
        const { areas, communes, collection } = grounds[index]
        const [shapes, lines] = [withId(areas), withId(communes)]
        all.push(...lines, ...shapes)
        const names = new Map(shapes.map((feature) => [feature.id, feature.properties.fullName ?? feature.properties.name]))
        const statusOf = (id) => statuses[index].get(id)
        layer.setFills(
          shapes,
          (id) => STATUS_FILLS[statusOf(id)] ?? NO_DATA_FILL,
          (id) => `${names.get(id)}, ${years[index]}: ${statusOf(id) ? t(`status.${statusOf(id)}`) : t('legend.noData')}`,
        )
        layer.setLines(lines, [])
        layer.setNames('communes', lines, 'commune')
        if (collection !== 'communes') layer.setNames('areas', shapes, 'area')
      })
      const boxes = all.map((feature) => feature.geometry && bboxOf(feature.geometry)).filter(Boolean)
      if (!boxes.length) return
      home = [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ]
      sides[0].view.fit(home)
    },
    select,
    remove() {
      for (const { view } of sides) view.map.remove()
    },
  }
}
