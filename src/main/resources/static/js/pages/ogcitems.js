import * as L from 'leaflet'
import { loadFeatures } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { drawBaseMap } from '../map/basemap.js'
import { addHomeAndCredits } from '../map/controls.js'
import { createLabelLayer } from '../map/labels.js'
import { createMapView } from '../map/mapview.js'
import { bboxOf } from '../model/geometry.js'
import { creditsElement } from '../ui/credits.js'

const STYLE = { pane: 'areas', color: '#8a3b12', weight: 2, fillColor: '#e08a3c', fillOpacity: 0.35, radius: 6 }
const CHOSEN = { color: '#123a5c', weight: 4, fillOpacity: 0.6 }

/** The row of the table that a shape belongs to; none on the page of a single feature. */
const rowOf = (id) => document.querySelector(`tr[data-id="${CSS.escape(String(id))}"]`)

function choose(layer, shapes) {
  shapes.setStyle(STYLE)
  layer.setStyle(CHOSEN)
  document.querySelectorAll('tr.is-chosen').forEach((row) => row.classList.remove('is-chosen'))
  const row = rowOf(layer.feature.id)
  row?.classList.add('is-chosen')
  row?.scrollIntoView({ block: 'nearest' })
}

function show(element) {
  const t = createTranslator(document.documentElement.lang)
  const { features } = JSON.parse(element.dataset.shapes)
  const view = createMapView(element, { t, still: true })
  const boxes = features.map(({ geometry }) => bboxOf(geometry))
  const home = [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ]
  addHomeAndCredits(view.map, { homeLabel: t('map.home'), onHome: () => view.fit(home), credits: creditsElement(t) })
  const shapes = L.geoJSON(
    { type: 'FeatureCollection', features },
    {
      style: STYLE,
      pointToLayer: (feature, place) => L.circleMarker(place, STYLE),
      onEachFeature: (feature, layer) => layer.on('click', () => choose(layer, shapes)),
    },
  ).addTo(view.map)
  // On a phone the credits take the lower edge of the map.
  if (element.clientWidth < 600) view.setPadding(0, 56)
  view.fit(home)
  document.querySelectorAll('tr[data-id]').forEach((row) =>
    row.addEventListener('click', ({ target }) => {
      const layer = target.closest('a') ? null : shapes.getLayers().find((each) => String(each.feature.id) === row.dataset.id)
      if (layer) choose(layer, shapes)
    }),
  )
  // The frame of the country is a comfort: without it the shapes stand alone.
  loadFeatures('provinces')
    .then((provinces) => drawBaseMap(view.map, createLabelLayer(view.map), provinces.features, t))
    .catch(() => {})
}

const element = document.getElementById('ogc-map')
if (element) show(element)
