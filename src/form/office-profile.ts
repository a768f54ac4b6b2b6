/** What is set in every new profile of LibreOffice, by its path, name and value. */
const settings: readonly [path: string, name: string, value: string][] = [
  // Nothing in a file runs, and nothing is fetched for it, from the network or from this machine's own files.
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Java/VirtualMachine', 'Enable', 'false'],
  // Links are never brought up to date, and formulas keep the results that the office saw.
  ['Office.Calc/Content/Update', 'Link', '2'],
  ['Office.Writer/Content/Update', 'Link', '0'],
  ['Office.Calc/Formula/Load', 'ODFRecalcMode', '1'],
  ['Office.Calc/Formula/Load', 'OOXMLRecalcMode', '1'],
  // Where the network cannot be taken away, all requests end at a port where nobody listens.
  ['Inet/Settings', 'ooInetProxyType', '2'],
  ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
];

/** `registrymodifications.xcu` of a profile for files that nobody trusts. */
export const profileXml = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
