import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccountRows } from '../../main/resources/static/js/model/accountrows.js'

const WORDS = {
  roles: { leader: 'Lãnh đạo', officer: 'Cán bộ ghi nhận', planner: 'Quy hoạch, địa chính', administrator: 'Quản trị' },
  rights: { 'see-incident-points': 'Xem vị trí chính xác', 'see-restricted-categories': 'Xem loại vụ việc hạn chế' },
  wholeCountry: 'Cả nước',
}

test('rows pasted from a spreadsheet are read without their heading', () => {
  const rows = readAccountRows(
    'Họ tên\tVai trò\tĐịa bàn\nNguyễn Văn An, Trưởng Công an\tcán bộ\tXã Yên Định\r\nTrần Thị Bình\tLãnh đạo\t15469 + 14869\tbinh\tXem vị trí\n\n',
    WORDS,
  )
  assert.deepEqual(rows, [
    { username: 'nguyen.van.an', displayName: 'Nguyễn Văn An, Trưởng Công an', role: 'officer', extraRights: [], units: ['Xã Yên Định'], wholeCountry: false },
    { username: 'binh', displayName: 'Trần Thị Bình', role: 'leader', extraRights: ['see-incident-points'], units: ['15469', '14869'], wholeCountry: false },
  ])
})

test('a comma within a cell is no border where tabs or semicolons are', () => {
  const [row] = readAccountRows('Đỗ Văn Cường; quy hoạch; Xã Tân Lập, Tỉnh Sơn La', WORDS)
  assert.deepEqual(row.units, ['Xã Tân Lập, Tỉnh Sơn La'])
  assert.equal(row.role, 'planner')
  assert.equal(row.username, 'do.van.cuong')
})

test('two people of one name sign in by different ones, also beside one that was given', () => {
  const names = readAccountRows('Lê An,leader,1\nLê An,leader,1\nLê Ân,leader,1,le.an', WORDS).map(({ username }) => username)
  assert.deepEqual(names, ['le.an2', 'le.an3', 'le.an'])
})

test('the whole country is no unit, and an unknown role stays as it was written', () => {
  const [row] = readAccountRows('Vũ D,Giám đốc,cả nước', WORDS)
  assert.equal(row.wholeCountry, true)
  assert.deepEqual(row.units, [])
  assert.equal(row.role, 'Giám đốc')
})
