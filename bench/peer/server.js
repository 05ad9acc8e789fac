// PouchDB Server over leveldb, as express-pouchdb documents it: prints its address and serves until it is ended.
const [folder, port] = process.argv.slice(2)
const express = require('express')
const PouchDB = require('pouchdb')

const Stored = PouchDB.defaults({ prefix: folder + '/' })
const app = express()
app.use('/', require('express-pouchdb')(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
const server = app.listen(Number(port), '127.0.0.1', () => console.log('http://127.0.0.1:' + port))
server.keepAliveTimeout = 600000
