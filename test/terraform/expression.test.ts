import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  attribute,
  bare,
  escaped,
  expression,
  isWritten,
  jsonOfLocal,
  literal,
  rendered,
  selfEquals,
  template
} from '../../src/terraform/expression.ts'

const test = suite('expression')
const name = expression('a.b', ['a'])

test('only ${ and %{ begin something in a template, so only they are escaped', () => {
  assert.is(escaped('${aws:username}'), '$${aws:username}')
  assert.is(escaped('%{if x}'), '%%{if x}')
  assert.is(escaped('$ % $$ %% { } $a %a a$ a%'), '$ % $$ %% { } $a %a a$ a%')
})

test('a sign before the sequence stays', () => {
  assert.is(escaped('$${a}'), '$$${a}')
  assert.is(escaped('%${a}'), '%$${a}')
  assert.is(escaped('$%{a}'), '$%%{a}')
  assert.is(escaped('${${'), '$${$${')
})

test('the signs that JavaScript reads in a replacement have no meaning here', () => {
  assert.is(escaped("${$&$'$`$1"), "$${$&$'$`$1")
})

test('backslashes, quotes, line feeds and strip marks mean nothing outside of a sequence', () => {
  assert.is(escaped('a\\n"b"\n~}'), 'a\\n"b"\n~}')
})

test('text is in normal form C', () => {
  assert.is(escaped('e\u0301'), '\u00e9')
})

test('an expression alone is written alone, so that it keeps its type', () => {
  assert.is(rendered(template(name)), '${a.b}')
  assert.is(rendered(template('', name, '')), '${a.b}')
})

test('text that ends in $ before an expression goes through an expression of its own', () => {
  assert.is(rendered(template('cost$', name)), 'cost${"$"}${a.b}')
  assert.is(rendered(template('cost$$', name)), 'cost${"$$"}${a.b}')
  assert.is(rendered(template('cost$')), 'cost$')
  assert.is(rendered(template('cost%', name)), 'cost%${a.b}')
  assert.is(rendered(template(name, '$', name)), '${a.b}${"$"}${a.b}')
})

test('neighbouring texts are one text', () => {
  assert.is(rendered(template('a$', '{b}')), 'a$${b}')
  assert.is(rendered(template('a$', '', name)), 'a${"$"}${a.b}')
})

test('references', () => {
  assert.equal(
    [attribute('aws_s3_bucket.state', 'id').hcl, attribute('aws_s3_bucket.state', 'id').refersTo],
    ['aws_s3_bucket.state.id', ['aws_s3_bucket.state']]
  )
  assert.equal([jsonOfLocal('p').hcl, jsonOfLocal('p').refersTo], ['jsonencode(local.p)', ['local.p']])
})

test('a text inside of an expression is quoted by the rules of HCL, not by those of JSON', () => {
  assert.is(selfEquals('account_id', '111122223333').hcl, 'self.account_id == "111122223333"')
  assert.is(selfEquals('a', 'x"y\\z').hcl, 'self.a == "x\\"y\\\\z"')
  assert.is(selfEquals('a', '\n\r\t').hcl, 'self.a == "\\n\\r\\t"')
  assert.is(selfEquals('a', '${b}%{c}').hcl, 'self.a == "$${b}%%{c}"')
  assert.is(selfEquals('a', '\b').hcl, 'self.a == "\b"')
})

test('what these functions made is known from what looks like it', () => {
  for (const value of [name, template('a'), literal('a'), bare('a.b')]) {
    assert.is(isWritten(value), true)
    assert.is(isWritten({ ...value }), false)
    assert.is(Object.isFrozen(value), true)
  }
})

test.run()
