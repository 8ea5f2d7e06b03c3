package org.ohmstead.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'s3cret'}] |"
                        + " [2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'***'}]",
                "[2,'1','ChangeConfiguration',{'key':'authorizationkey','value':5}]        |"
                        + " [2,'1','ChangeConfiguration',{'key':'authorizationkey','value':'***'}]",
                "[2,'1','ChangeConfiguration',{'key':'WifiPassword','value':'s3cret'}]     |"
                        + " [2,'1','ChangeConfiguration',{'key':'WifiPassword','value':'***'}]",
                "[3,'1',{'configurationKey':[{'key':'AuthorizationKey','readonly':false,'value':'s3cret'},{'key':'A','value':'b'}]}]"
                        + " | [3,'1',{'configurationKey':[{'key':'AuthorizationKey','readonly':false,'value':'***'},{'key':'A','value':'b'}]}]",
                "[2,'1','SetVariables',{'setVariableData':[{'attributeValue':'s3cret','component':{'name':'SecurityCtrlr'},'variable':{'name':'BasicAuthPassword'}}]}]"
                        + " | [2,'1','SetVariables',{'setVariableData':[{'attributeValue':'***','component':{'name':'SecurityCtrlr'},'variable':{'name':'BasicAuthPassword'}}]}]",
                "[2,'1','NotifyReport',{'reportData':[{'variable':{'name':'BasicAuthPassword'},'variableAttribute':[{'value':'s3cret','mutability':'WriteOnly'}]}]}]"
                        + " | [2,'1','NotifyReport',{'reportData':[{'variable':{'name':'BasicAuthPassword'},'variableAttribute':[{'value':'***','mutability':'WriteOnly'}]}]}]",
                "[2,'1','SetNetworkProfile',{'connectionData':{'basicAuthPassword':'s3cret','apn':{'apnPassword':'s3cret','simPin':1234},'vpn':{'password':'s3cret','key':'s3cret'}}}]"
                        + " | [2,'1','SetNetworkProfile',{'connectionData':{'basicAuthPassword':'***','apn':{'apnPassword':'***','simPin':'***'},'vpn':{'password':'***','key':'***'}}}]",
                "[2,'1','NotifyCustomerInformation',{'data':'Anna','seqNo':0,'requestId':1}] |"
                        + " [2,'1','NotifyCustomerInformation',{'data':'***','seqNo':0,'requestId':1}]",
                "[2,'1','CustomerInformation',{'requestId':1,'customerIdentifier':'anna'}] |"
                        + " [2,'1','CustomerInformation',{'requestId':1,'customerIdentifier':'***'}]",
                "[2,'1','Authorize',{'idToken':{'idToken':'4711','type':'KeyCode'}}] |"
                        + " [2,'1','Authorize',{'idToken':{'idToken':'***','type':'KeyCode'}}]",
                "[2,'1','Authorize-Signed',{'payload':'eyJpZFRva2VuIjp7ImlkVG9rZW4iOiI0NzExIiwidHlwZSI6IktleUNvZGUifX0','signature':'c2ln'}]"
                        + " | [2,'1','Authorize-Signed',{'payload':'***','signature':'c2ln'}]",
                "[2,'1','Authorize-Signed',{'payload' : '%%s3cret'}] | [2,'1','Authorize-Signed',{'payload' : '***'}]",
                "[2,'1','GetDiagnostics',{'location':'ftp://me:s3cret@host/x'}] |"
                        + " [2,'1','GetDiagnostics',{'location':'ftp://me:***@host/x'}]",
                "[2,'1','ChangeConfiguration',{'key':'Vendor_WifiPsk','value':'s3cret'}] |"
                        + " [2,'1','ChangeConfiguration',{'key':'Vendor_WifiPsk','value':'***'}]",
                "[2,'1','ChangeConfiguration',{'key':'CPO_ApiKey','value':['s3cret']}] |"
                        + " [2,'1','ChangeConfiguration',{'key':'CPO_ApiKey','value':'***'}]",
                "[2,'1','Unheard',{'wifiPassword':{'now':'s3cret'}}] | [2,'1','Unheard',{'wifiPassword':'***'}]",
                "[2,'1','DataTransfer',{'vendorId':'v','data':'{\\'pwd\\':\\'s3cret\\',\\'n\\':1e9999999999}'}] |"
                        + " [2,'1','DataTransfer',{'vendorId':'v','data':'{\\'pwd\\':\\'***\\',\\'n\\':1e9999999999}'}]",
                "[2,'1','UpdateFirmware',{'location':'https://host/f?a=1&token=s3cret'}] |"
                        + " [2,'1','UpdateFirmware',{'location':'https://host/f?a=1&token=***'}]",
                "[2,'1','UpdateFirmware',{'location':'https://host/files/download/17-s3cretABCDEFGHIJKLMNOPQRSTUVWXYZ/f.bin'}] |"
                        + " [2,'1','UpdateFirmware',{'location':'https://host/files/download/17-***/f.bin'}]",
                "[2,'1','StatusNotification',{'info':'login failed, password=s3cret'}] |"
                        + " [2,'1','StatusNotification',{'info':'login failed, password=***'}]",
                "[2,'1','LogStatusNotification',{'x':'Authorization: Basic czNjcmV0czNjcmV0'}] |"
                        + " [2,'1','LogStatusNotification',{'x':'Authorization: Basic ***'}]",
                "[2,'1','X',{'p\\u0061ssword':'s3cret','n':1.10}] | [2,'1','X',{'password':'***','n':1.10}]",
                "[2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'s3cret'} | (not kept: 72 characters"
                        + " that are no JSON and may hold a password)",
            })
    void passwords_and_keys_are_taken_out(String frame, String kept) {
        String masked = Secrets.masked(frame.replace('\'', '"'));
        assertThat(masked).isEqualTo(kept.replace('\'', '"')).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[2,'1','MeterValues',{ 'connectorId' : 1.10 }]",
                "[2,'1','ChangeConfiguration',{'key':'HeartbeatInterval', 'value':'300'}]",
                "[2,'1','Authorize',{'idTag':'04AABBCC'}]",
                "[2,'1','Authorize-Signed',{'payload':'eyJpZFRva2VuIjp7ImlkVG9rZW4iOiI0NzExIiwidHlwZSI6IklTTzE0NDQzIn19'}]",
                "[2,'1','StatusNotification',{'errorCode':'NoError','connectorId':1e2147483648}]",
                "[2,'1','GetLocalListVersion',{'passwordsWanted':true}]",
                "[2,'1',{{{",
            })
    void every_other_frame_is_kept_byte_for_byte(String frame) {
        String text = frame.replace('\'', '"');
        assertThat(Secrets.masked(text)).isSameAs(text);
    }
}
