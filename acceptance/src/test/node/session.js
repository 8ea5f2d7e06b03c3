// Drives one whole charging session with ocpp-rpc in strict mode: it throws when one of our frames breaks the schema.
// usage: node session.js ENDPOINT IDENTITY PROTOCOL TOKEN  -> one line of JSON with what the server answered
const { RPCClient, createValidator } = require('ocpp-rpc');

// Version 2.2.1 ships the schemas of 2.1 under other names than its own strict mode asks for.
// Their enums carry keywords of objects, of which the validator would warn hundreds of times.
const tidy = (key, value) => (key !== '' && value && value.enum ? { ...value, additionalProperties: undefined } : value);
const schemas21 = JSON.parse(JSON.stringify(require('ocpp-rpc/lib/schemas/ocpp2_1.json'), tidy)).map((schema) => ({
  ...schema,
  $id: schema.$id.replace(/Request$/, '.req').replace(/Response$/, '.conf'),
}));

const [endpoint, identity, protocol, token] = process.argv.slice(2);
const client = new RPCClient({
  endpoint,
  identity,
  protocols: [protocol],
  strictMode: true,
  strictModeValidators: [createValidator('ocpp2.1', schemas21)],
  reconnect: false,
});
const now = () => new Date().toISOString();
// A session of 20 minutes is told at once, as after an hour without a network: energy needs its time.
const ago = (minutes) => new Date(Date.now() - 60_000 * minutes).toISOString();
const commands = [];

// What an operator sends meanwhile: answered as a station would.
client.handle('GetConfiguration', ({ params }) => {
  commands.push({ action: 'GetConfiguration', params });
  return { configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '300' }] };
});
client.handle('GetVariables', ({ params }) => {
  commands.push({ action: 'GetVariables', params });
  return {
    getVariableResult: params.getVariableData.map((wanted) => ({
      attributeStatus: 'Accepted',
      attributeValue: '300',
      component: wanted.component,
      variable: wanted.variable,
    })),
  };
});

async function session16() {
  const boot = await client.call('BootNotification', { chargePointVendor: 'ocpp-rpc', chargePointModel: 'strict' });
  const beat = await client.call('Heartbeat', {});
  for (const connectorId of [0, 1]) {
    await client.call('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available', timestamp: now() });
  }
  const shown = await client.call('Authorize', { idTag: token });
  await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Preparing' });
  const begun = await client.call('StartTransaction', {
    connectorId: 1, idTag: token, meterStart: 1000, timestamp: ago(20),
  });
  await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' });
  for (const [value, minutes] of [['1500', 15], ['2000.5', 10], ['2500', 5]]) {
    await client.call('MeterValues', {
      connectorId: 1,
      transactionId: begun.transactionId,
      meterValue: [{
        timestamp: ago(minutes),
        sampledValue: [
          { value, measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
          { value: '7.4', measurand: 'Power.Active.Import', unit: 'kW' },
        ],
      }],
    });
  }
  const ended = await client.call('StopTransaction', {
    transactionId: begun.transactionId, idTag: token, meterStop: 3000, timestamp: now(), reason: 'Local',
  });
  const data = await client.call('DataTransfer', { vendorId: 'nobody.example', data: 'x' });
  return { boot, beat, shown, begun, ended, data };
}

async function session2() {
  const boot = await client.call('BootNotification', {
    reason: 'PowerUp', chargingStation: { vendorName: 'ocpp-rpc', model: 'strict' },
  });
  const beat = await client.call('Heartbeat', {});
  const status = (connectorStatus) => client.call('StatusNotification', {
    timestamp: now(), connectorStatus, evseId: 1, connectorId: 1,
  });
  await status('Available');
  const idToken = { idToken: token, type: 'ISO14443' };
  const shown = await client.call('Authorize', { idToken });
  await status('Occupied');
  const transactionId = `${identity}-tx-1`;
  const meter = (context, value) => [{
    timestamp: now(),
    sampledValue: [
      { value, context, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'kWh' } },
    ],
  }];
  let seqNo = 0;
  const event = (eventType, triggerReason, more) => client.call('TransactionEvent', {
    eventType, triggerReason, timestamp: now(), seqNo: seqNo++, ...more,
  });
  const begun = await event('Started', 'Authorized', {
    transactionInfo: { transactionId, chargingState: 'EVConnected' },
    evse: { id: 1, connectorId: 1 }, idToken, meterValue: meter('Transaction.Begin', 1.0),
  });
  await event('Updated', 'ChargingStateChanged', { transactionInfo: { transactionId, chargingState: 'Charging' } });
  for (const value of [1.5, 2.0005, 2.5]) {
    await event('Updated', 'MeterValuePeriodic', {
      transactionInfo: { transactionId }, meterValue: meter('Sample.Periodic', value),
    });
  }
  const ended = await event('Ended', 'StopAuthorized', {
    transactionInfo: { transactionId, stoppedReason: 'Local', chargingState: 'EVConnected' },
    idToken, meterValue: meter('Transaction.End', 3.0),
  });
  await status('Available');
  const data = await client.call('DataTransfer', { vendorId: 'nobody.example', data: { any: ['x'] } });
  return { boot, beat, shown, begun, ended, data };
}

(async () => {
  await client.connect();
  const result = protocol === 'ocpp1.6' ? await session16() : await session2();
  console.log(JSON.stringify({ protocol: client.protocol, ...result }));
  // Stays for commands until the test closes standard input.
  process.stdin.resume();
  process.stdin.on('end', async () => {
    console.log(JSON.stringify({ commands }));
    await client.close({ code: 1000 });
    process.exit(0);
  });
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
