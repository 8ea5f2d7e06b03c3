package org.ohmstead.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ChangeConfiguration | [2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'s3cret'}] | [2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'***'}]",
                "ChangeConfiguration | [2,'1','ChangeConfiguration',{'key':'authorizationkey','value':5}]        | [2,'1','ChangeConfiguration',{'key':'authorizationkey','value':'***'}]",
                "ChangeConfiguration | [2,'1','ChangeConfiguration',{'key':'WifiPassword','value':'s3cret'}]     | [2,'1','ChangeConfiguration',{'key':'WifiPassword','value':'***'}]",
                "GetConfiguration    | [3,'1',{'configurationKey':[{'key':'AuthorizationKey','readonly':false,'value':'s3cret'},{'key':'A','value':'b'}]}] | [3,'1',{'configurationKey':[{'key':'AuthorizationKey','readonly':false,'value':'***'},{'key':'A','value':'b'}]}]",
                "SetVariables        | [2,'1','SetVariables',{'setVariableData':[{'attributeValue':'s3cret','component':{'name':'SecurityCtrlr'},'variable':{'name':'BasicAuthPassword'}}]}] | [2,'1','SetVariables',{'setVariableData':[{'attributeValue':'***','component':{'name':'SecurityCtrlr'},'variable':{'name':'BasicAuthPassword'}}]}]",
                "NotifyReport        | [2,'1','NotifyReport',{'reportData':[{'variable':{'name':'BasicAuthPassword'},'variableAttribute':[{'value':'s3cret','mutability':'WriteOnly'}]}]}] | [2,'1','NotifyReport',{'reportData':[{'variable':{'name':'BasicAuthPassword'},'variableAttribute':[{'value':'***','mutability':'WriteOnly'}]}]}]",
                "SetNetworkProfile   | [2,'1','SetNetworkProfile',{'connectionData':{'basicAuthPassword':'s3cret','apn':{'apnPassword':'s3cret','simPin':1234},'vpn':{'password':'s3cret','key':'s3cret'}}}] | [2,'1','SetNetworkProfile',{'connectionData':{'basicAuthPassword':'***','apn':{'apnPassword':'***','simPin':'***'},'vpn':{'password':'***','key':'***'}}}]",
                "Authorize           | [2,'1','Authorize',{'idToken':{'idToken':'4711','type':'KeyCode'}}] | [2,'1','Authorize',{'idToken':{'idToken':'***','type':'KeyCode'}}]",
                "Authorize           | [2,'1','Authorize-Signed',{'payload':'eyJpZFRva2VuIjp7ImlkVG9rZW4iOiI0NzExIiwidHlwZSI6IktleUNvZGUifX0','signature':'c2ln'}] | [2,'1','Authorize-Signed',{'payload':'***','signature':'c2ln'}]",
                "                    | [2,'1','Authorize-Signed',{'payload' : '%%s3cret'}] | [2,'1','Authorize-Signed',{'payload' : '***'}]",
                "GetDiagnostics      | [2,'1','GetDiagnostics',{'location':'ftp://me:s3cret@host/x'}] | [2,'1','GetDiagnostics',{'location':'ftp://me:***@host/x'}]",
                "                    | [2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'s3cret'} | (not kept: 72 characters that are no JSON and may hold a password)",
            })
    void passwords_and_keys_are_taken_out(String action, String frame, String kept) {
        String masked = Secrets.masked(action, frame.replace('\'', '"'));
        assertThat(masked).isEqualTo(kept.replace('\'', '"')).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MeterValues         | [2,'1','MeterValues',{ 'connectorId' : 1.10 }]",
                "ChangeConfiguration | [2,'1','ChangeConfiguration',{'key':'HeartbeatInterval', 'value':'300'}]",
                "Authorize           | [2,'1','Authorize',{'idTag':'04AABBCC'}]",
                "Authorize           | [2,'1','Authorize-Signed',{'payload':'eyJpZFRva2VuIjp7ImlkVG9rZW4iOiI0NzExIiwidHlwZSI6IklTTzE0NDQzIn19'}]",
                "                    | [2,'1',{{{",
            })
    void every_other_frame_is_kept_byte_for_byte(String action, String frame) {
        String text = frame.replace('\'', '"');
        assertThat(Secrets.masked(action, text)).isSameAs(text);
    }
}
