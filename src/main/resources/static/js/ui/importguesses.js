import { field, h } from './dom.js'

const MEANINGS = ['name', 'kind', 'code', 'households', 'population', 'predecessor']
const ROAD_MEANINGS = ['name', 'from', 'to', 'owner', 'founded']

/**
 * What was guessed of a file, with its evidence, and a way to say otherwise.
 * @param {{t: Function, overview: object, look: object, roads: boolean, onAgain: (wish: object) => void,
 *   onOutline: (i: number) => void}} context
 */
export function importGuesses({ t, overview, look, roads, onAgain, onOutline }) {
  const { text, system, columns } = look
  const encoding = select(
    'import-encoding',
    text.options.map(({ reading }) => [reading, t(`territory.enc.${reading}`)]),
    text.reading,
  )
  const listed = system.options.map(({ crs, name, swapped, fitPercent }) => [
    `${crs}|${swapped}`,
    `${crs} ${name}${swapped ? ` · ${t('territory.swapped')}` : ''} – ${fitPercent} %`,
  ])
  const known = new Set(listed.map(([key]) => key))
  const others = overview.systems.flatMap(({ key, name }) => [
    [`${key}|false`, `${key} ${name}`],
    [`${key}|true`, `${key} ${name} · ${t('territory.swapped')}`],
  ])
  const crs = select('import-crs', [...listed, ...others.filter(([key]) => !known.has(key))], `${system.crs}|${system.swapped}`)
  const choices = (roads ? ROAD_MEANINGS : MEANINGS).map((meaning) => [
    meaning,
    select(
      `import-column-${meaning}`,
      [['-1', t('territory.colNone')], ...columns.names.map((name, i) => [String(i), name])],
      String(columns.columns[meaning] ?? -1),
    ),
  ])
  const chosen = { encoding: text.overruled, crs: system.overruled, columns: columns.overruled.length > 0 }
  encoding.addEventListener('change', () => (chosen.encoding = true))
  crs.addEventListener('change', () => (chosen.crs = true))
  choices.forEach(([, control]) => control.addEventListener('change', () => (chosen.columns = true)))

  function again() {
    const [code, swapped] = crs.value.split('|')
    onAgain({
      ...(chosen.encoding && { encoding: encoding.value }),
      ...(chosen.crs && { crs: code, swapped }),
      ...(chosen.columns && { columns: choices.map(([meaning, control]) => `${meaning}:${control.value}`).join(',') }),
    })
  }

  return h(
    'section',
    { class: 'import-guesses', testid: 'import-guesses' },
    h('h2', { text: t('territory.guesses') }),
    h(
      'div',
      { class: 'import-guess-row' },
      card(t('territory.encoding'), text, encoding, [
        h('p', { class: 'hint', text: t(text.lying ? 'territory.lying' : text.declared ? 'territory.declared' : 'territory.noCpg', { name: text.declared }) }),
        ...text.options
          .filter(({ words }) => words > 0)
          .slice(0, 3)
          .map((option) =>
            h(
              'p',
              { class: 'import-sample' },
              h('strong', { text: t(`territory.enc.${option.reading}`) }),
              h('span', { text: option.sample.join(', ') }),
              h('span', { class: 'muted', text: t('territory.words', option) }),
            ),
          ),
        !text.options.some(({ words }) => words > 0) && h('p', { class: 'hint', text: t('territory.ascii') }),
      ]),
      card(t('territory.system'), system, crs, [
        h('p', { class: 'hint', text: t(system.declared ? 'territory.prj' : 'territory.noPrj') }),
        h('p', { class: 'hint', text: t('territory.fit', { percent: system.options[0].fitPercent }) }),
        ...system.remarks.map((remark) => h('p', { class: 'hint hint-warning', text: remark })),
        system.options.length > 1 && readings(),
      ]),
      h(
        'div',
        { class: 'import-card' },
        h('h3', { text: t('territory.columns') }),
        choices.map(([meaning, control]) => field(t(`territory.col.${meaning}`), control)),
      ),
    ),
    h('button', { type: 'button', class: 'button', testid: 'import-again', text: t('territory.again'), on: { click: again } }),
  )

  /** Each reading that puts the file on the ground, to be seen on the map. */
  function readings() {
    return h(
      'div',
      {},
      h('p', { class: 'hint', text: t('territory.outlines') }),
      h(
        'ol',
        { class: 'import-readings', testid: 'import-readings' },
        system.options.map((option, i) =>
          h(
            'li',
            {},
            `${option.crs}${option.swapped ? ` · ${t('territory.swapped')}` : ''} – ${option.fitPercent} % `,
            (i > 0 || system.doubtful) &&
              h('button', { type: 'button', class: 'link-button', text: t('territory.onMap'), on: { click: () => onOutline(i) } }),
          ),
        ),
      ),
    )
  }

  function card(title, guess, control, evidence) {
    const state = guess.overruled ? 'chosen' : guess.doubtful ? 'doubt' : 'sure'
    return h(
      'div',
      { class: 'import-card' },
      h('h3', {}, title, ' ', h('span', { class: `tag ${state === 'doubt' ? 'tag-warning' : ''}`, text: t(`territory.${state}`) })),
      field(title, control),
      evidence,
    )
  }
}

const select = (testid, options, value) =>
  h('select', { testid, value }, options.map(([key, label]) => option(key, label)))

function option(key, label) {
  const node = h('option', { text: label })
  node.value = key
  return node
}
