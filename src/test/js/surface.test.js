import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surfaceCorners, surfaceFilePath, surfaceLegend, surfacePath } from '../../main/resources/static/js/model/surface.js'

const question = { from: '2018-01-01', to: '2019-08-15', within: 12, kernel: 'quartic', category: null, bandwidthM: 150 }

test('the picture is asked for as the description is', () => {
  const parameters = 'from=2018-01-01&to=2019-08-15&within=12&kernel=quartic&bandwidthM=150'
  assert.equal(surfacePath(question), `/api/density/surface?${parameters}`)
  assert.equal(surfacePath(question, '.png'), `/api/density/surface.png?${parameters}`)
  assert.equal(
    surfaceFilePath(question, 'shp.zip', 'EPSG:5897'),
    `/api/exports/density/surface.shp.zip?${parameters}&crs=EPSG%3A5897`,
  )
})

test('limits of another period go along', () => {
  assert.equal(
    surfacePath({ from: '2018-01-01', to: '2018-12-31', breaks: [1, 2, 5] }, '.png'),
    '/api/density/surface.png?from=2018-01-01&to=2018-12-31&breaks=1%2C2%2C5',
  )
})

test('the legend stands with the highest class on top', () => {
  const classes = [
    { from: 0, to: 1, colour: '#ffffb2', label: 'đến 1' },
    { from: 1, to: null, colour: '#bd0026', label: 'trên 1' },
  ]
  assert.deepEqual(surfaceLegend({ classes }), [
    { colour: '#bd0026', label: 'trên 1' },
    { colour: '#ffffb2', label: 'đến 1' },
  ])
})

test('corners are latitude first, as Leaflet wants them', () => {
  assert.deepEqual(surfaceCorners([105.6, 19.9, 105.7, 20]), [
    [19.9, 105.6],
    [20, 105.7],
  ])
})
