/**
 * Reads Mapbox Vector Tiles 2.1 as the service writes them: one layer, no feature without a geometry. Attributes and
 * geometry of a feature are read when it is asked for, so that a large tile can be drawn in small steps.
 *
 * @see https://github.com/mapbox/vector-tile-spec/tree/master/2.1
 */

const UTF8 = new TextDecoder()

/** Walks through the fields of one message. */
class Message {
  constructor(bytes, from = 0, to = bytes.length) {
    this.bytes = bytes
    this.at = from
    this.end = to
  }

  /** @returns {boolean} another field follows: its number, and what kind of value it has */
  next() {
    if (this.at >= this.end) return false
    const key = this.varint()
    this.field = key >>> 3
    this.wire = key & 7
    return true
  }

  /** Up to 2^53, as ids and counts are; past 32 bits by multiplication, since shifts end there. */
  varint() {
    let value = 0
    let factor = 1
    for (let read = 0; read < 10; read++) {
      if (this.at >= this.end) break
      const byte = this.bytes[this.at++]
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
    }
    throw new RangeError('A number of the tile has no end.')
  }

  part() {
    const length = this.varint()
    const from = this.at
    this.at += length
    if (this.at > this.end) throw new RangeError('The tile broke off.')
    return new Message(this.bytes, from, this.at)
  }

  text() {
    const { at, end } = this.part()
    return UTF8.decode(this.bytes.subarray(at, end))
  }

  number() {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at)
    this.at += this.wire === 1 ? 8 : 4
    return this.wire === 1 ? view.getFloat64(0, true) : view.getFloat32(0, true)
  }

  skip() {
    if (this.wire === 0) this.varint()
    else if (this.wire === 1) this.at += 8
    else if (this.wire === 2) this.part()
    else if (this.wire === 5) this.at += 4
    else throw new RangeError(`The tile has a value of the unknown kind ${this.wire}.`)
  }
}

const zigzag = (value) => (value % 2 ? -(value + 1) / 2 : value / 2)

function readValue(message) {
  let value = null
  while (message.next()) {
    if (message.field === 1) value = message.text()
    else if (message.field === 2 || message.field === 3) value = message.number()
    else if (message.field === 4 || message.field === 5) value = message.varint()
    else if (message.field === 6) value = zigzag(message.varint())
    else if (message.field === 7) value = message.varint() === 1
    else message.skip()
  }
  return value
}

/**
 * @typedef {object} TileFeature
 * @property {number|null} id
 * @property {'point'|'line'|'polygon'|'unknown'} type
 * @property {Record<string, string|number|boolean|null>} attributes
 * @property {number[][]} parts places, lines or rings as x, y, x, y … in units of the tile; rings are closed but do not
 *   repeat their first place
 */

/**
 * @param {Uint8Array} bytes of a tile; none for a tile without anything in it
 * @returns {{name: string|null, extent: number, count: number, feature: (index: number) => TileFeature}}
 * @throws {RangeError} where the bytes are no tile
 */
export function openTile(bytes) {
  const layer = { name: null, extent: 4096 }
  const [features, keys, values] = [[], [], []]
  const tile = new Message(bytes)
  while (tile.next()) {
    if (tile.field === 3) readLayer(tile.part())
    else tile.skip()
  }

  function readLayer(message) {
    while (message.next()) {
      if (message.field === 1) layer.name = message.text()
      else if (message.field === 2) features.push(message.part())
      else if (message.field === 3) keys.push(message.text())
      else if (message.field === 4) values.push(readValue(message.part()))
      else if (message.field === 5) layer.extent = message.varint()
      else message.skip()
    }
  }

  function feature(index) {
    const message = new Message(bytes, features[index].at, features[index].end)
    const found = { id: null, type: 'unknown', attributes: {}, parts: [] }
    while (message.next()) {
      if (message.field === 1) found.id = message.varint()
      else if (message.field === 2) readAttributes(message.part(), found.attributes)
      else if (message.field === 3) found.type = ['unknown', 'point', 'line', 'polygon'][message.varint()] ?? 'unknown'
      else if (message.field === 4) found.parts = readParts(message.part())
      else message.skip()
    }
    return found
  }

  function readAttributes(message, into) {
    while (message.at < message.end) into[keys[message.varint()]] = values[message.varint()]
  }

  return { name: layer.name, extent: layer.extent, count: features.length, feature }
}

const [MOVE, LINE, CLOSE] = [1, 2, 7]

function readParts(message) {
  const parts = []
  let [x, y] = [0, 0]
  while (message.at < message.end) {
    const command = message.varint()
    const times = command >>> 3
    const what = command & 7
    if (what === CLOSE) continue
    if (what !== MOVE && what !== LINE) throw new RangeError(`The tile draws with the unknown command ${what}.`)
    for (let time = 0; time < times; time++) {
      x += zigzag(message.varint())
      y += zigzag(message.varint())
      if (what === MOVE) parts.push([])
      parts.at(-1).push(x, y)
    }
  }
  return parts
}

/** @param {number[][]} rings @param {number} x @param {number} y in units of the tile @returns {boolean} even-odd rule */
export function holds(rings, x, y) {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const above = ring[i + 1] > y
      if (above !== ring[j + 1] > y && x < ring[i] + ((y - ring[i + 1]) * (ring[j] - ring[i])) / (ring[j + 1] - ring[i + 1]))
        inside = !inside
    }
  }
  return inside
}

/** @param {number[][]} parts @returns {number[]|null} least x, least y, greatest x, greatest y; null without any place */
export function boxOf(parts) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 2) {
      if (part[index] < box[0]) box[0] = part[index]
      if (part[index] > box[2]) box[2] = part[index]
      if (part[index + 1] < box[1]) box[1] = part[index + 1]
      if (part[index + 1] > box[3]) box[3] = part[index + 1]
    }
  }
  return box[0] <= box[2] ? box : null
}
