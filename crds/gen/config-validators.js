// Generated from crds/config by npm run gen. Do not edit.
"use strict";
export const SystemConfig = validate10;
const schema11 = {"type":"object","required":["nodeName","role"],"properties":{"nodeName":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","maxLength":63,"description":"a name of lower-case letters, digits and hyphens, at most 63 long"},"role":{"description":"control-plane or worker","type":"string","enum":["control-plane","worker"]},"sysctls":{"type":"object","patternProperties":{"^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$":{"type":"string","maxLength":256,"pattern":"^[^\\n\\0]*$","description":"a string of one line (quote numbers)"}},"additionalProperties":false,"maxProperties":128,"description":"a map of sysctl name to value"},"allowDebug":{"type":"boolean","description":"true or false"}},"additionalProperties":false,"description":"a map","$id":"SystemConfig"};
const pattern0 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern1 = new RegExp("^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$", "u");
const pattern3 = new RegExp("^[^\\n\\0]*$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="SystemConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeName === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeName"},message:"must have required property '"+"nodeName"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.role === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "nodeName") || (key0 === "role")) || (key0 === "sysctls")) || (key0 === "allowDebug"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.nodeName !== undefined){
let data0 = data.nodeName;
if(typeof data0 === "string"){
if(data0.length > 63){
const err3 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema11.properties.nodeName,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",parentSchema:schema11.properties.nodeName,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.nodeName.type,parentSchema:schema11.properties.nodeName,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.role !== undefined){
let data1 = data.role;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.role.type,parentSchema:schema11.properties.role,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data1 === "control-plane") || (data1 === "worker"))){
const err7 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema11.properties.role.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.role.enum,parentSchema:schema11.properties.role,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.sysctls !== undefined){
let data2 = data.sysctls;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 128){
const err8 = {instancePath:instancePath+"/sysctls",schemaPath:"#/properties/sysctls/maxProperties",keyword:"maxProperties",params:{limit: 128},message:"must NOT have more than 128 properties",schema:128,parentSchema:schema11.properties.sysctls,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(pattern1.test(key1))){
const err9 = {instancePath:instancePath+"/sysctls",schemaPath:"#/properties/sysctls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.sysctls,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data2){
if(pattern1.test(key2)){
let data3 = data2[key2];
if(typeof data3 === "string"){
if(data3.length > 256){
const err10 = {instancePath:instancePath+"/sysctls/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.sysctls.patternProperties["^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$"],data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern3.test(data3)){
const err11 = {instancePath:instancePath+"/sysctls/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/pattern",keyword:"pattern",params:{pattern: "^[^\\n\\0]*$"},message:"must match pattern \""+"^[^\\n\\0]*$"+"\"",schema:"^[^\\n\\0]*$",parentSchema:schema11.properties.sysctls.patternProperties["^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$"],data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/sysctls/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.sysctls.patternProperties["^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$"].type,parentSchema:schema11.properties.sysctls.patternProperties["^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$"],data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/sysctls",schemaPath:"#/properties/sysctls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.sysctls.type,parentSchema:schema11.properties.sysctls,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.allowDebug !== undefined){
let data4 = data.allowDebug;
if(typeof data4 !== "boolean"){
const err14 = {instancePath:instancePath+"/allowDebug",schemaPath:"#/properties/allowDebug/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.allowDebug.type,parentSchema:schema11.properties.allowDebug,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const NetworkConfig = validate11;
const schema12 = {"type":"object","required":["nameservers"],"properties":{"nameservers":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45,"description":"an IP address such as 10.5.0.2"},"maxItems":3,"description":"a list of at most 3 IP addresses"},"searchDomains":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253,"description":"a DNS name in lower case"},"maxItems":6,"description":"a list of at most 6 DNS names"},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45,"description":"an IP address such as 10.5.0.2"},"names":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253,"description":"a DNS name in lower case"},"minItems":1,"maxItems":16,"description":"a list of 1 to 16 DNS names"}},"additionalProperties":false,"description":"a map of address and names"},"maxItems":256,"description":"a list of at most 256 entries"}},"additionalProperties":false,"description":"a map","$id":"NetworkConfig"};
const pattern4 = new RegExp("^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$", "u");
const pattern5 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="NetworkConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nameservers === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nameservers"},message:"must have required property '"+"nameservers"+"'",schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "nameservers") || (key0 === "searchDomains")) || (key0 === "hosts"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.nameservers !== undefined){
let data0 = data.nameservers;
if(Array.isArray(data0)){
if(data0.length > 3){
const err2 = {instancePath:instancePath+"/nameservers",schemaPath:"#/properties/nameservers/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items",schema:3,parentSchema:schema12.properties.nameservers,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(data1.length > 45){
const err3 = {instancePath:instancePath+"/nameservers/" + i0,schemaPath:"#/properties/nameservers/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema12.properties.nameservers.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern4.test(data1)){
const err4 = {instancePath:instancePath+"/nameservers/" + i0,schemaPath:"#/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\"",schema:"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$",parentSchema:schema12.properties.nameservers.items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/nameservers/" + i0,schemaPath:"#/properties/nameservers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.nameservers.items.type,parentSchema:schema12.properties.nameservers.items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/nameservers",schemaPath:"#/properties/nameservers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.nameservers.type,parentSchema:schema12.properties.nameservers,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.searchDomains !== undefined){
let data2 = data.searchDomains;
if(Array.isArray(data2)){
if(data2.length > 6){
const err7 = {instancePath:instancePath+"/searchDomains",schemaPath:"#/properties/searchDomains/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items",schema:6,parentSchema:schema12.properties.searchDomains,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(data3.length > 253){
const err8 = {instancePath:instancePath+"/searchDomains/" + i1,schemaPath:"#/properties/searchDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema12.properties.searchDomains.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data3)){
const err9 = {instancePath:instancePath+"/searchDomains/" + i1,schemaPath:"#/properties/searchDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$",parentSchema:schema12.properties.searchDomains.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/searchDomains/" + i1,schemaPath:"#/properties/searchDomains/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.searchDomains.items.type,parentSchema:schema12.properties.searchDomains.items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/searchDomains",schemaPath:"#/properties/searchDomains/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.searchDomains.type,parentSchema:schema12.properties.searchDomains,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.hosts !== undefined){
let data4 = data.hosts;
if(Array.isArray(data4)){
if(data4.length > 256){
const err12 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema12.properties.hosts,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.address === undefined){
const err13 = {instancePath:instancePath+"/hosts/" + i2,schemaPath:"#/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'",schema:schema12.properties.hosts.items.required,parentSchema:schema12.properties.hosts.items,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5.names === undefined){
const err14 = {instancePath:instancePath+"/hosts/" + i2,schemaPath:"#/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'",schema:schema12.properties.hosts.items.required,parentSchema:schema12.properties.hosts.items,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data5){
if(!((key1 === "address") || (key1 === "names"))){
const err15 = {instancePath:instancePath+"/hosts/" + i2,schemaPath:"#/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.hosts.items,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.address !== undefined){
let data6 = data5.address;
if(typeof data6 === "string"){
if(data6.length > 45){
const err16 = {instancePath:instancePath+"/hosts/" + i2+"/address",schemaPath:"#/properties/hosts/items/properties/address/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema12.properties.hosts.items.properties.address,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern4.test(data6)){
const err17 = {instancePath:instancePath+"/hosts/" + i2+"/address",schemaPath:"#/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\"",schema:"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$",parentSchema:schema12.properties.hosts.items.properties.address,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/hosts/" + i2+"/address",schemaPath:"#/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.hosts.items.properties.address.type,parentSchema:schema12.properties.hosts.items.properties.address,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.names !== undefined){
let data7 = data5.names;
if(Array.isArray(data7)){
if(data7.length > 16){
const err19 = {instancePath:instancePath+"/hosts/" + i2+"/names",schemaPath:"#/properties/hosts/items/properties/names/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema12.properties.hosts.items.properties.names,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7.length < 1){
const err20 = {instancePath:instancePath+"/hosts/" + i2+"/names",schemaPath:"#/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema12.properties.hosts.items.properties.names,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
let data8 = data7[i3];
if(typeof data8 === "string"){
if(data8.length > 253){
const err21 = {instancePath:instancePath+"/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/hosts/items/properties/names/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema12.properties.hosts.items.properties.names.items,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern5.test(data8)){
const err22 = {instancePath:instancePath+"/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$",parentSchema:schema12.properties.hosts.items.properties.names.items,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.hosts.items.properties.names.items.type,parentSchema:schema12.properties.hosts.items.properties.names.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/hosts/" + i2+"/names",schemaPath:"#/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.hosts.items.properties.names.type,parentSchema:schema12.properties.hosts.items.properties.names,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/hosts/" + i2,schemaPath:"#/properties/hosts/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.hosts.items.type,parentSchema:schema12.properties.hosts.items,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.hosts.type,parentSchema:schema12.properties.hosts,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const ClusterConfig = validate12;
const schema13 = {"type":"object","required":["name","endpoint","controlPlanes","podCIDR","serviceCIDR","dnsDomain"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$","maxLength":63,"description":"a name of lower-case letters, digits and hyphens, at most 63 long"},"endpoint":{"type":"string","pattern":"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$","maxLength":300,"description":"a URL such as https://10.5.0.251:6443"},"controlPlanes":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45,"description":"an IP address such as 10.5.0.2"},"minItems":1,"maxItems":9,"uniqueItems":true,"description":"a list of 1 to 9 different IP addresses"},"podCIDR":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$","maxLength":49,"description":"an address range such as 10.244.0.0/16"},"serviceCIDR":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$","maxLength":49,"description":"an address range such as 10.244.0.0/16"},"dnsDomain":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253,"description":"a DNS name in lower case"}},"additionalProperties":false,"description":"a map","$id":"ClusterConfig"};
const pattern9 = new RegExp("^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$", "u");
const pattern11 = new RegExp("^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="ClusterConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.endpoint === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "endpoint"},message:"must have required property '"+"endpoint"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.controlPlanes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "controlPlanes"},message:"must have required property '"+"controlPlanes"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.podCIDR === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "podCIDR"},message:"must have required property '"+"podCIDR"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.serviceCIDR === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceCIDR"},message:"must have required property '"+"serviceCIDR"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.dnsDomain === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dnsDomain"},message:"must have required property '"+"dnsDomain"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "endpoint")) || (key0 === "controlPlanes")) || (key0 === "podCIDR")) || (key0 === "serviceCIDR")) || (key0 === "dnsDomain"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length > 63){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema13.properties.name,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern0.test(data0)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",parentSchema:schema13.properties.name,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.endpoint !== undefined){
let data1 = data.endpoint;
if(typeof data1 === "string"){
if(data1.length > 300){
const err10 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema13.properties.endpoint,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern9.test(data1)){
const err11 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"},message:"must match pattern \""+"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"+"\"",schema:"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$",parentSchema:schema13.properties.endpoint,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.endpoint.type,parentSchema:schema13.properties.endpoint,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.controlPlanes !== undefined){
let data2 = data.controlPlanes;
if(Array.isArray(data2)){
if(data2.length > 9){
const err13 = {instancePath:instancePath+"/controlPlanes",schemaPath:"#/properties/controlPlanes/maxItems",keyword:"maxItems",params:{limit: 9},message:"must NOT have more than 9 items",schema:9,parentSchema:schema13.properties.controlPlanes,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data2.length < 1){
const err14 = {instancePath:instancePath+"/controlPlanes",schemaPath:"#/properties/controlPlanes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.controlPlanes,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(data3.length > 45){
const err15 = {instancePath:instancePath+"/controlPlanes/" + i0,schemaPath:"#/properties/controlPlanes/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema13.properties.controlPlanes.items,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern4.test(data3)){
const err16 = {instancePath:instancePath+"/controlPlanes/" + i0,schemaPath:"#/properties/controlPlanes/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\"",schema:"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$",parentSchema:schema13.properties.controlPlanes.items,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/controlPlanes/" + i0,schemaPath:"#/properties/controlPlanes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.controlPlanes.items.type,parentSchema:schema13.properties.controlPlanes.items,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err18 = {instancePath:instancePath+"/controlPlanes",schemaPath:"#/properties/controlPlanes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema13.properties.controlPlanes,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err19 = {instancePath:instancePath+"/controlPlanes",schemaPath:"#/properties/controlPlanes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.controlPlanes.type,parentSchema:schema13.properties.controlPlanes,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.podCIDR !== undefined){
let data4 = data.podCIDR;
if(typeof data4 === "string"){
if(data4.length > 49){
const err20 = {instancePath:instancePath+"/podCIDR",schemaPath:"#/properties/podCIDR/maxLength",keyword:"maxLength",params:{limit: 49},message:"must NOT have more than 49 characters",schema:49,parentSchema:schema13.properties.podCIDR,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern11.test(data4)){
const err21 = {instancePath:instancePath+"/podCIDR",schemaPath:"#/properties/podCIDR/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$"+"\"",schema:"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$",parentSchema:schema13.properties.podCIDR,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/podCIDR",schemaPath:"#/properties/podCIDR/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.podCIDR.type,parentSchema:schema13.properties.podCIDR,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.serviceCIDR !== undefined){
let data5 = data.serviceCIDR;
if(typeof data5 === "string"){
if(data5.length > 49){
const err23 = {instancePath:instancePath+"/serviceCIDR",schemaPath:"#/properties/serviceCIDR/maxLength",keyword:"maxLength",params:{limit: 49},message:"must NOT have more than 49 characters",schema:49,parentSchema:schema13.properties.serviceCIDR,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern11.test(data5)){
const err24 = {instancePath:instancePath+"/serviceCIDR",schemaPath:"#/properties/serviceCIDR/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$"+"\"",schema:"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$",parentSchema:schema13.properties.serviceCIDR,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/serviceCIDR",schemaPath:"#/properties/serviceCIDR/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.serviceCIDR.type,parentSchema:schema13.properties.serviceCIDR,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.dnsDomain !== undefined){
let data6 = data.dnsDomain;
if(typeof data6 === "string"){
if(data6.length > 253){
const err26 = {instancePath:instancePath+"/dnsDomain",schemaPath:"#/properties/dnsDomain/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema13.properties.dnsDomain,data:data6};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern5.test(data6)){
const err27 = {instancePath:instancePath+"/dnsDomain",schemaPath:"#/properties/dnsDomain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$",parentSchema:schema13.properties.dnsDomain,data:data6};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/dnsDomain",schemaPath:"#/properties/dnsDomain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.dnsDomain.type,parentSchema:schema13.properties.dnsDomain,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const KubeletConfig = validate13;
const schema14 = {"type":"object","properties":{"nodeLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63,"description":"a label's value: at most 63 letters, digits, '-', '_' and '.' (quote numbers and booleans)"}},"additionalProperties":false,"maxProperties":64,"description":"a map of label to value"},"extraConfig":{"type":"object","properties":{"maxPods":{"type":"integer","minimum":1,"maximum":1000,"description":"a whole number from 1 to 1000"},"podPidsLimit":{"type":"integer","minimum":-1,"maximum":4194304,"description":"a whole number from -1 to 4194304"},"evictionHard":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32,"description":"a quantity such as 200Mi, 500m or 10% (quoted)"}},"additionalProperties":false,"maxProperties":12,"description":"a map of eviction signal to threshold"},"evictionSoft":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32,"description":"a quantity such as 200Mi, 500m or 10% (quoted)"}},"additionalProperties":false,"maxProperties":12,"description":"a map of eviction signal to threshold"},"evictionSoftGracePeriod":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32,"description":"a duration such as 90s or 5m"}},"additionalProperties":false,"maxProperties":12,"description":"a map of eviction signal to duration"},"systemReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32,"description":"a quantity such as 200Mi, 500m or 10% (quoted)"}},"additionalProperties":false,"maxProperties":4,"description":"a map of cpu, memory, ephemeral-storage and pid to quantities"},"kubeReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32,"description":"a quantity such as 200Mi, 500m or 10% (quoted)"}},"additionalProperties":false,"maxProperties":4,"description":"a map of cpu, memory, ephemeral-storage and pid to quantities"},"imageGCHighThresholdPercent":{"type":"integer","minimum":0,"maximum":100,"description":"a whole number from 0 to 100"},"imageGCLowThresholdPercent":{"type":"integer","minimum":0,"maximum":100,"description":"a whole number from 0 to 100"},"imageMinimumGCAge":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32,"description":"a duration such as 90s or 5m"},"serializeImagePulls":{"type":"boolean","description":"true or false"},"maxParallelImagePulls":{"type":"integer","minimum":1,"maximum":100,"description":"a whole number from 1 to 100"},"containerLogMaxFiles":{"type":"integer","minimum":2,"maximum":100,"description":"a whole number from 2 to 100"},"containerLogMaxSize":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32,"description":"a quantity such as 200Mi, 500m or 10% (quoted)"},"cpuManagerPolicy":{"description":"none or static","type":"string","enum":["none","static"]},"topologyManagerPolicy":{"description":"none, best-effort, restricted or single-numa-node","type":"string","enum":["none","best-effort","restricted","single-numa-node"]}},"additionalProperties":false,"description":"a map"},"registerWithTaints":{"type":"array","items":{"type":"object","required":["key","effect"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317,"description":"a taint's key"},"value":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63,"description":"a label's value: at most 63 letters, digits, '-', '_' and '.' (quote numbers and booleans)"},"effect":{"description":"NoSchedule, PreferNoSchedule or NoExecute","type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]}},"additionalProperties":false,"description":"a map of key, value and effect"},"maxItems":32,"description":"a list of at most 32 taints"}},"additionalProperties":false,"description":"a map","$id":"KubeletConfig"};
const pattern14 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern16 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern17 = new RegExp("^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$", "u");
const pattern19 = new RegExp("^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$", "u");
const pattern25 = new RegExp("^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern26 = new RegExp("^(cpu|memory|ephemeral-storage|pid)$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="KubeletConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "nodeLabels") || (key0 === "extraConfig")) || (key0 === "registerWithTaints"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.nodeLabels !== undefined){
let data0 = data.nodeLabels;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 64){
const err1 = {instancePath:instancePath+"/nodeLabels",schemaPath:"#/properties/nodeLabels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties",schema:64,parentSchema:schema14.properties.nodeLabels,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data0){
if(!(pattern14.test(key1))){
const err2 = {instancePath:instancePath+"/nodeLabels",schemaPath:"#/properties/nodeLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.nodeLabels,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key2 in data0){
if(pattern14.test(key2)){
let data1 = data0[key2];
if(typeof data1 === "string"){
if(data1.length > 63){
const err3 = {instancePath:instancePath+"/nodeLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema14.properties.nodeLabels.patternProperties["^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern16.test(data1)){
const err4 = {instancePath:instancePath+"/nodeLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\"",schema:"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",parentSchema:schema14.properties.nodeLabels.patternProperties["^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/nodeLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.nodeLabels.patternProperties["^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"].type,parentSchema:schema14.properties.nodeLabels.patternProperties["^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/nodeLabels",schemaPath:"#/properties/nodeLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.nodeLabels.type,parentSchema:schema14.properties.nodeLabels,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.extraConfig !== undefined){
let data2 = data.extraConfig;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key3 in data2){
if(!(func2.call(schema14.properties.extraConfig.properties, key3))){
const err7 = {instancePath:instancePath+"/extraConfig",schemaPath:"#/properties/extraConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.maxPods !== undefined){
let data3 = data2.maxPods;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/extraConfig/maxPods",schemaPath:"#/properties/extraConfig/properties/maxPods/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.maxPods.type,parentSchema:schema14.properties.extraConfig.properties.maxPods,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/extraConfig/maxPods",schemaPath:"#/properties/extraConfig/properties/maxPods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema14.properties.extraConfig.properties.maxPods,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/extraConfig/maxPods",schemaPath:"#/properties/extraConfig/properties/maxPods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema14.properties.extraConfig.properties.maxPods,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data2.podPidsLimit !== undefined){
let data4 = data2.podPidsLimit;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/extraConfig/podPidsLimit",schemaPath:"#/properties/extraConfig/properties/podPidsLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.podPidsLimit.type,parentSchema:schema14.properties.extraConfig.properties.podPidsLimit,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 4194304 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/extraConfig/podPidsLimit",schemaPath:"#/properties/extraConfig/properties/podPidsLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304},message:"must be <= 4194304",schema:4194304,parentSchema:schema14.properties.extraConfig.properties.podPidsLimit,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < -1 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/extraConfig/podPidsLimit",schemaPath:"#/properties/extraConfig/properties/podPidsLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1",schema:-1,parentSchema:schema14.properties.extraConfig.properties.podPidsLimit,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data2.evictionHard !== undefined){
let data5 = data2.evictionHard;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 12){
const err14 = {instancePath:instancePath+"/extraConfig/evictionHard",schemaPath:"#/properties/extraConfig/properties/evictionHard/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties",schema:12,parentSchema:schema14.properties.extraConfig.properties.evictionHard,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key4 in data5){
if(!(pattern17.test(key4))){
const err15 = {instancePath:instancePath+"/extraConfig/evictionHard",schemaPath:"#/properties/extraConfig/properties/evictionHard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig.properties.evictionHard,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key5 in data5){
if(pattern17.test(key5)){
let data6 = data5[key5];
if(typeof data6 === "string"){
if(data6.length > 32){
const err16 = {instancePath:instancePath+"/extraConfig/evictionHard/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.evictionHard.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern19.test(data6)){
const err17 = {instancePath:instancePath+"/extraConfig/evictionHard/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\"",schema:"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$",parentSchema:schema14.properties.extraConfig.properties.evictionHard.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/extraConfig/evictionHard/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.evictionHard.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"].type,parentSchema:schema14.properties.extraConfig.properties.evictionHard.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/extraConfig/evictionHard",schemaPath:"#/properties/extraConfig/properties/evictionHard/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.properties.evictionHard.type,parentSchema:schema14.properties.extraConfig.properties.evictionHard,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.evictionSoft !== undefined){
let data7 = data2.evictionSoft;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length > 12){
const err20 = {instancePath:instancePath+"/extraConfig/evictionSoft",schemaPath:"#/properties/extraConfig/properties/evictionSoft/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties",schema:12,parentSchema:schema14.properties.extraConfig.properties.evictionSoft,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key6 in data7){
if(!(pattern17.test(key6))){
const err21 = {instancePath:instancePath+"/extraConfig/evictionSoft",schemaPath:"#/properties/extraConfig/properties/evictionSoft/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig.properties.evictionSoft,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
for(const key7 in data7){
if(pattern17.test(key7)){
let data8 = data7[key7];
if(typeof data8 === "string"){
if(data8.length > 32){
const err22 = {instancePath:instancePath+"/extraConfig/evictionSoft/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.evictionSoft.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern19.test(data8)){
const err23 = {instancePath:instancePath+"/extraConfig/evictionSoft/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\"",schema:"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$",parentSchema:schema14.properties.extraConfig.properties.evictionSoft.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/extraConfig/evictionSoft/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.evictionSoft.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"].type,parentSchema:schema14.properties.extraConfig.properties.evictionSoft.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
else {
const err25 = {instancePath:instancePath+"/extraConfig/evictionSoft",schemaPath:"#/properties/extraConfig/properties/evictionSoft/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.properties.evictionSoft.type,parentSchema:schema14.properties.extraConfig.properties.evictionSoft,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.evictionSoftGracePeriod !== undefined){
let data9 = data2.evictionSoftGracePeriod;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length > 12){
const err26 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties",schema:12,parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key8 in data9){
if(!(pattern17.test(key8))){
const err27 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
for(const key9 in data9){
if(pattern17.test(key9)){
let data10 = data9[key9];
if(typeof data10 === "string"){
if(data10.length > 32){
const err28 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern25.test(data10)){
const err29 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\"",schema:"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$",parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"].type,parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod.patternProperties["^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$"],data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/extraConfig/properties/evictionSoftGracePeriod/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod.type,parentSchema:schema14.properties.extraConfig.properties.evictionSoftGracePeriod,data:data9};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.systemReserved !== undefined){
let data11 = data2.systemReserved;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 4){
const err32 = {instancePath:instancePath+"/extraConfig/systemReserved",schemaPath:"#/properties/extraConfig/properties/systemReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties",schema:4,parentSchema:schema14.properties.extraConfig.properties.systemReserved,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key10 in data11){
if(!(pattern26.test(key10))){
const err33 = {instancePath:instancePath+"/extraConfig/systemReserved",schemaPath:"#/properties/extraConfig/properties/systemReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig.properties.systemReserved,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
for(const key11 in data11){
if(pattern26.test(key11)){
let data12 = data11[key11];
if(typeof data12 === "string"){
if(data12.length > 32){
const err34 = {instancePath:instancePath+"/extraConfig/systemReserved/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.systemReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!pattern19.test(data12)){
const err35 = {instancePath:instancePath+"/extraConfig/systemReserved/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\"",schema:"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$",parentSchema:schema14.properties.extraConfig.properties.systemReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/extraConfig/systemReserved/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.systemReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"].type,parentSchema:schema14.properties.extraConfig.properties.systemReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/extraConfig/systemReserved",schemaPath:"#/properties/extraConfig/properties/systemReserved/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.properties.systemReserved.type,parentSchema:schema14.properties.extraConfig.properties.systemReserved,data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data2.kubeReserved !== undefined){
let data13 = data2.kubeReserved;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length > 4){
const err38 = {instancePath:instancePath+"/extraConfig/kubeReserved",schemaPath:"#/properties/extraConfig/properties/kubeReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties",schema:4,parentSchema:schema14.properties.extraConfig.properties.kubeReserved,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key12 in data13){
if(!(pattern26.test(key12))){
const err39 = {instancePath:instancePath+"/extraConfig/kubeReserved",schemaPath:"#/properties/extraConfig/properties/kubeReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.extraConfig.properties.kubeReserved,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
for(const key13 in data13){
if(pattern26.test(key13)){
let data14 = data13[key13];
if(typeof data14 === "string"){
if(data14.length > 32){
const err40 = {instancePath:instancePath+"/extraConfig/kubeReserved/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.kubeReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern19.test(data14)){
const err41 = {instancePath:instancePath+"/extraConfig/kubeReserved/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\"",schema:"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$",parentSchema:schema14.properties.extraConfig.properties.kubeReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/extraConfig/kubeReserved/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.kubeReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"].type,parentSchema:schema14.properties.extraConfig.properties.kubeReserved.patternProperties["^(cpu|memory|ephemeral-storage|pid)$"],data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/extraConfig/kubeReserved",schemaPath:"#/properties/extraConfig/properties/kubeReserved/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.properties.kubeReserved.type,parentSchema:schema14.properties.extraConfig.properties.kubeReserved,data:data13};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data2.imageGCHighThresholdPercent !== undefined){
let data15 = data2.imageGCHighThresholdPercent;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err44 = {instancePath:instancePath+"/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCHighThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.imageGCHighThresholdPercent.type,parentSchema:schema14.properties.extraConfig.properties.imageGCHighThresholdPercent,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 100 || isNaN(data15)){
const err45 = {instancePath:instancePath+"/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCHighThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema14.properties.extraConfig.properties.imageGCHighThresholdPercent,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err46 = {instancePath:instancePath+"/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCHighThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema14.properties.extraConfig.properties.imageGCHighThresholdPercent,data:data15};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data2.imageGCLowThresholdPercent !== undefined){
let data16 = data2.imageGCLowThresholdPercent;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err47 = {instancePath:instancePath+"/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCLowThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.imageGCLowThresholdPercent.type,parentSchema:schema14.properties.extraConfig.properties.imageGCLowThresholdPercent,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 100 || isNaN(data16)){
const err48 = {instancePath:instancePath+"/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCLowThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema14.properties.extraConfig.properties.imageGCLowThresholdPercent,data:data16};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err49 = {instancePath:instancePath+"/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/extraConfig/properties/imageGCLowThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema14.properties.extraConfig.properties.imageGCLowThresholdPercent,data:data16};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data2.imageMinimumGCAge !== undefined){
let data17 = data2.imageMinimumGCAge;
if(typeof data17 === "string"){
if(data17.length > 32){
const err50 = {instancePath:instancePath+"/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/extraConfig/properties/imageMinimumGCAge/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.imageMinimumGCAge,data:data17};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern25.test(data17)){
const err51 = {instancePath:instancePath+"/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/extraConfig/properties/imageMinimumGCAge/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\"",schema:"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$",parentSchema:schema14.properties.extraConfig.properties.imageMinimumGCAge,data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/extraConfig/properties/imageMinimumGCAge/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.imageMinimumGCAge.type,parentSchema:schema14.properties.extraConfig.properties.imageMinimumGCAge,data:data17};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data2.serializeImagePulls !== undefined){
let data18 = data2.serializeImagePulls;
if(typeof data18 !== "boolean"){
const err53 = {instancePath:instancePath+"/extraConfig/serializeImagePulls",schemaPath:"#/properties/extraConfig/properties/serializeImagePulls/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema14.properties.extraConfig.properties.serializeImagePulls.type,parentSchema:schema14.properties.extraConfig.properties.serializeImagePulls,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data2.maxParallelImagePulls !== undefined){
let data19 = data2.maxParallelImagePulls;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err54 = {instancePath:instancePath+"/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/extraConfig/properties/maxParallelImagePulls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.maxParallelImagePulls.type,parentSchema:schema14.properties.extraConfig.properties.maxParallelImagePulls,data:data19};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 100 || isNaN(data19)){
const err55 = {instancePath:instancePath+"/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/extraConfig/properties/maxParallelImagePulls/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema14.properties.extraConfig.properties.maxParallelImagePulls,data:data19};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data19 < 1 || isNaN(data19)){
const err56 = {instancePath:instancePath+"/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/extraConfig/properties/maxParallelImagePulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema14.properties.extraConfig.properties.maxParallelImagePulls,data:data19};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data2.containerLogMaxFiles !== undefined){
let data20 = data2.containerLogMaxFiles;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err57 = {instancePath:instancePath+"/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/extraConfig/properties/containerLogMaxFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema14.properties.extraConfig.properties.containerLogMaxFiles.type,parentSchema:schema14.properties.extraConfig.properties.containerLogMaxFiles,data:data20};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 100 || isNaN(data20)){
const err58 = {instancePath:instancePath+"/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/extraConfig/properties/containerLogMaxFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema14.properties.extraConfig.properties.containerLogMaxFiles,data:data20};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data20 < 2 || isNaN(data20)){
const err59 = {instancePath:instancePath+"/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/extraConfig/properties/containerLogMaxFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema14.properties.extraConfig.properties.containerLogMaxFiles,data:data20};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data2.containerLogMaxSize !== undefined){
let data21 = data2.containerLogMaxSize;
if(typeof data21 === "string"){
if(data21.length > 32){
const err60 = {instancePath:instancePath+"/extraConfig/containerLogMaxSize",schemaPath:"#/properties/extraConfig/properties/containerLogMaxSize/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema14.properties.extraConfig.properties.containerLogMaxSize,data:data21};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern19.test(data21)){
const err61 = {instancePath:instancePath+"/extraConfig/containerLogMaxSize",schemaPath:"#/properties/extraConfig/properties/containerLogMaxSize/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\"",schema:"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$",parentSchema:schema14.properties.extraConfig.properties.containerLogMaxSize,data:data21};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/extraConfig/containerLogMaxSize",schemaPath:"#/properties/extraConfig/properties/containerLogMaxSize/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.containerLogMaxSize.type,parentSchema:schema14.properties.extraConfig.properties.containerLogMaxSize,data:data21};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data2.cpuManagerPolicy !== undefined){
let data22 = data2.cpuManagerPolicy;
if(typeof data22 !== "string"){
const err63 = {instancePath:instancePath+"/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/extraConfig/properties/cpuManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.cpuManagerPolicy.type,parentSchema:schema14.properties.extraConfig.properties.cpuManagerPolicy,data:data22};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!((data22 === "none") || (data22 === "static"))){
const err64 = {instancePath:instancePath+"/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/extraConfig/properties/cpuManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema14.properties.extraConfig.properties.cpuManagerPolicy.enum},message:"must be equal to one of the allowed values",schema:schema14.properties.extraConfig.properties.cpuManagerPolicy.enum,parentSchema:schema14.properties.extraConfig.properties.cpuManagerPolicy,data:data22};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data2.topologyManagerPolicy !== undefined){
let data23 = data2.topologyManagerPolicy;
if(typeof data23 !== "string"){
const err65 = {instancePath:instancePath+"/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/extraConfig/properties/topologyManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.extraConfig.properties.topologyManagerPolicy.type,parentSchema:schema14.properties.extraConfig.properties.topologyManagerPolicy,data:data23};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!((((data23 === "none") || (data23 === "best-effort")) || (data23 === "restricted")) || (data23 === "single-numa-node"))){
const err66 = {instancePath:instancePath+"/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/extraConfig/properties/topologyManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema14.properties.extraConfig.properties.topologyManagerPolicy.enum},message:"must be equal to one of the allowed values",schema:schema14.properties.extraConfig.properties.topologyManagerPolicy.enum,parentSchema:schema14.properties.extraConfig.properties.topologyManagerPolicy,data:data23};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/extraConfig",schemaPath:"#/properties/extraConfig/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.extraConfig.type,parentSchema:schema14.properties.extraConfig,data:data2};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.registerWithTaints !== undefined){
let data24 = data.registerWithTaints;
if(Array.isArray(data24)){
if(data24.length > 32){
const err68 = {instancePath:instancePath+"/registerWithTaints",schemaPath:"#/properties/registerWithTaints/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema14.properties.registerWithTaints,data:data24};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
const len0 = data24.length;
for(let i0=0; i0<len0; i0++){
let data25 = data24[i0];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.key === undefined){
const err69 = {instancePath:instancePath+"/registerWithTaints/" + i0,schemaPath:"#/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema14.properties.registerWithTaints.items.required,parentSchema:schema14.properties.registerWithTaints.items,data:data25};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data25.effect === undefined){
const err70 = {instancePath:instancePath+"/registerWithTaints/" + i0,schemaPath:"#/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'",schema:schema14.properties.registerWithTaints.items.required,parentSchema:schema14.properties.registerWithTaints.items,data:data25};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key14 in data25){
if(!(((key14 === "key") || (key14 === "value")) || (key14 === "effect"))){
const err71 = {instancePath:instancePath+"/registerWithTaints/" + i0,schemaPath:"#/properties/registerWithTaints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema14.properties.registerWithTaints.items,data:data25};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data25.key !== undefined){
let data26 = data25.key;
if(typeof data26 === "string"){
if(data26.length > 317){
const err72 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/key",schemaPath:"#/properties/registerWithTaints/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema14.properties.registerWithTaints.items.properties.key,data:data26};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!pattern14.test(data26)){
const err73 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/key",schemaPath:"#/properties/registerWithTaints/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$",parentSchema:schema14.properties.registerWithTaints.items.properties.key,data:data26};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/key",schemaPath:"#/properties/registerWithTaints/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.registerWithTaints.items.properties.key.type,parentSchema:schema14.properties.registerWithTaints.items.properties.key,data:data26};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data25.value !== undefined){
let data27 = data25.value;
if(typeof data27 === "string"){
if(data27.length > 63){
const err75 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/value",schemaPath:"#/properties/registerWithTaints/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema14.properties.registerWithTaints.items.properties.value,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern16.test(data27)){
const err76 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/value",schemaPath:"#/properties/registerWithTaints/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\"",schema:"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",parentSchema:schema14.properties.registerWithTaints.items.properties.value,data:data27};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/value",schemaPath:"#/properties/registerWithTaints/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.registerWithTaints.items.properties.value.type,parentSchema:schema14.properties.registerWithTaints.items.properties.value,data:data27};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data25.effect !== undefined){
let data28 = data25.effect;
if(typeof data28 !== "string"){
const err78 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/effect",schemaPath:"#/properties/registerWithTaints/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.registerWithTaints.items.properties.effect.type,parentSchema:schema14.properties.registerWithTaints.items.properties.effect,data:data28};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!(((data28 === "NoSchedule") || (data28 === "PreferNoSchedule")) || (data28 === "NoExecute"))){
const err79 = {instancePath:instancePath+"/registerWithTaints/" + i0+"/effect",schemaPath:"#/properties/registerWithTaints/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema14.properties.registerWithTaints.items.properties.effect.enum},message:"must be equal to one of the allowed values",schema:schema14.properties.registerWithTaints.items.properties.effect.enum,parentSchema:schema14.properties.registerWithTaints.items.properties.effect,data:data28};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/registerWithTaints/" + i0,schemaPath:"#/properties/registerWithTaints/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.properties.registerWithTaints.items.type,parentSchema:schema14.properties.registerWithTaints.items,data:data25};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/registerWithTaints",schemaPath:"#/properties/registerWithTaints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema14.properties.registerWithTaints.type,parentSchema:schema14.properties.registerWithTaints,data:data24};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

export const RegistryConfig = validate14;
const schema15 = {"type":"object","properties":{"mirrors":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","required":["endpoints"],"properties":{"endpoints":{"type":"array","items":{"type":"string","pattern":"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$","maxLength":512,"description":"a URL such as http://10.5.0.250:5000"},"minItems":1,"maxItems":8,"description":"a list of 1 to 8 URLs"}},"additionalProperties":false,"description":"a map with endpoints"}},"additionalProperties":false,"maxProperties":32,"description":"a map of registry host to its mirrors"},"auth":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","required":["username","password"],"properties":{"username":{"type":"string","minLength":1,"maxLength":256,"description":"a string"},"password":{"type":"string","minLength":1,"maxLength":8192,"description":"a string","secret":true}},"additionalProperties":false,"description":"a map of username and password"}},"additionalProperties":false,"maxProperties":32,"description":"a map of registry host to credentials"}},"additionalProperties":false,"description":"a map","$id":"RegistryConfig"};
const pattern36 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$", "u");
const pattern38 = new RegExp("^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="RegistryConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "mirrors") || (key0 === "auth"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mirrors !== undefined){
let data0 = data.mirrors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 32){
const err1 = {instancePath:instancePath+"/mirrors",schemaPath:"#/properties/mirrors/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties",schema:32,parentSchema:schema15.properties.mirrors,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data0){
if(!(pattern36.test(key1))){
const err2 = {instancePath:instancePath+"/mirrors",schemaPath:"#/properties/mirrors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema15.properties.mirrors,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key2 in data0){
if(pattern36.test(key2)){
let data1 = data0[key2];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.endpoints === undefined){
const err3 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/required",keyword:"required",params:{missingProperty: "endpoints"},message:"must have required property '"+"endpoints"+"'",schema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].required,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key3 in data1){
if(!(key3 === "endpoints")){
const err4 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.endpoints !== undefined){
let data2 = data1.endpoints;
if(Array.isArray(data2)){
if(data2.length > 8){
const err5 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items",schema:8,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(data3.length > 512){
const err7 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i0,schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern38.test(data3)){
const err8 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i0,schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/pattern",keyword:"pattern",params:{pattern: "^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"},message:"must match pattern \""+"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"+"\"",schema:"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$",parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i0,schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints.items.type,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints.type,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.endpoints,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/mirrors/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].type,parentSchema:schema15.properties.mirrors.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/mirrors",schemaPath:"#/properties/mirrors/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.properties.mirrors.type,parentSchema:schema15.properties.mirrors,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.auth !== undefined){
let data4 = data.auth;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 32){
const err13 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties",schema:32,parentSchema:schema15.properties.auth,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key4 in data4){
if(!(pattern36.test(key4))){
const err14 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema15.properties.auth,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key5 in data4){
if(pattern36.test(key5)){
let data5 = data4[key5];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.username === undefined){
const err15 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/required",keyword:"required",params:{missingProperty: "username"},message:"must have required property '"+"username"+"'",schema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].required,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.password === undefined){
const err16 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/required",keyword:"required",params:{missingProperty: "password"},message:"must have required property '"+"password"+"'",schema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].required,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key6 in data5){
if(!((key6 === "username") || (key6 === "password"))){
const err17 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.username !== undefined){
let data6 = data5.username;
if(typeof data6 === "string"){
if(data6.length > 256){
const err18 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.username,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6.length < 1){
const err19 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.username,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.username.type,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.username,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.password !== undefined){
let data7 = data5.password;
if(typeof data7 === "string"){
if(data7.length > 8192){
const err21 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters",schema:8192,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.password,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7.length < 1){
const err22 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.password,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.password.type,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].properties.password,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/auth/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"].type,parentSchema:schema15.properties.auth.patternProperties["^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$"],data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
else {
const err25 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.properties.auth.type,parentSchema:schema15.properties.auth,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

export const TrustConfig = validate15;
const schema16 = {"type":"object","required":["osCA","kubernetesCA","digestKey"],"properties":{"osCA":{"type":"object","required":["cert"],"properties":{"cert":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"key":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true}},"additionalProperties":false,"description":"a map of cert and, on a control plane, key"},"acceptedOSCAs":{"type":"array","items":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"maxItems":8,"description":"a list of at most 8 certificates"},"join":{"type":"object","required":["cert","key"],"properties":{"cert":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"key":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true}},"additionalProperties":false,"description":"a map of cert and key"},"kubernetesCA":{"type":"object","required":["cert"],"properties":{"cert":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"key":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true}},"additionalProperties":false,"description":"a map of cert and, on a control plane, key"},"frontProxyCA":{"type":"object","required":["cert","key"],"properties":{"cert":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"key":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true}},"additionalProperties":false,"description":"a map of cert and key"},"etcdCA":{"type":"object","required":["cert","key"],"properties":{"cert":{"type":"string","pattern":"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$","maxLength":16384,"description":"a certificate in PEM"},"key":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true}},"additionalProperties":false,"description":"a map of cert and key"},"serviceAccountKey":{"type":"string","pattern":"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$","maxLength":16384,"description":"a private key in PEM","secret":true},"bootstrapToken":{"type":"string","pattern":"^[a-z0-9]{6}\\.[a-z0-9]{16}$","maxLength":23,"description":"a token of the form abcdef.0123456789abcdef","secret":true},"digestKey":{"type":"string","pattern":"^[A-Za-z0-9+/]{43}=$","maxLength":44,"description":"32 bytes in base64","secret":true},"deniedSerials":{"type":"array","items":{"type":"string","pattern":"^[0-9a-fA-F]{1,40}$","description":"a serial number in hexadecimal"},"maxItems":1000,"description":"a list of at most 1000 serial numbers"}},"additionalProperties":false,"description":"a map","$id":"TrustConfig"};
const pattern41 = new RegExp("^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$", "u");
const pattern42 = new RegExp("^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$", "u");
const pattern53 = new RegExp("^[a-z0-9]{6}\\.[a-z0-9]{16}$", "u");
const pattern54 = new RegExp("^[A-Za-z0-9+/]{43}=$", "u");
const pattern55 = new RegExp("^[0-9a-fA-F]{1,40}$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="TrustConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.osCA === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "osCA"},message:"must have required property '"+"osCA"+"'",schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kubernetesCA === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kubernetesCA"},message:"must have required property '"+"kubernetesCA"+"'",schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.digestKey === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "digestKey"},message:"must have required property '"+"digestKey"+"'",schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema16.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.osCA !== undefined){
let data0 = data.osCA;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.cert === undefined){
const err4 = {instancePath:instancePath+"/osCA",schemaPath:"#/properties/osCA/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'",schema:schema16.properties.osCA.required,parentSchema:schema16.properties.osCA,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "cert") || (key1 === "key"))){
const err5 = {instancePath:instancePath+"/osCA",schemaPath:"#/properties/osCA/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.osCA,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.cert !== undefined){
let data1 = data0.cert;
if(typeof data1 === "string"){
if(data1.length > 16384){
const err6 = {instancePath:instancePath+"/osCA/cert",schemaPath:"#/properties/osCA/properties/cert/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.osCA.properties.cert,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern41.test(data1)){
const err7 = {instancePath:instancePath+"/osCA/cert",schemaPath:"#/properties/osCA/properties/cert/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.osCA.properties.cert,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/osCA/cert",schemaPath:"#/properties/osCA/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.osCA.properties.cert.type,parentSchema:schema16.properties.osCA.properties.cert,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.key !== undefined){
let data2 = data0.key;
if(typeof data2 === "string"){
if(data2.length > 16384){
const err9 = {instancePath:instancePath+"/osCA/key",schemaPath:"#/properties/osCA/properties/key/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.osCA.properties.key,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern42.test(data2)){
const err10 = {instancePath:instancePath+"/osCA/key",schemaPath:"#/properties/osCA/properties/key/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.osCA.properties.key,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/osCA/key",schemaPath:"#/properties/osCA/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.osCA.properties.key.type,parentSchema:schema16.properties.osCA.properties.key,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/osCA",schemaPath:"#/properties/osCA/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.osCA.type,parentSchema:schema16.properties.osCA,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.acceptedOSCAs !== undefined){
let data3 = data.acceptedOSCAs;
if(Array.isArray(data3)){
if(data3.length > 8){
const err13 = {instancePath:instancePath+"/acceptedOSCAs",schemaPath:"#/properties/acceptedOSCAs/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items",schema:8,parentSchema:schema16.properties.acceptedOSCAs,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(data4.length > 16384){
const err14 = {instancePath:instancePath+"/acceptedOSCAs/" + i0,schemaPath:"#/properties/acceptedOSCAs/items/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.acceptedOSCAs.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern41.test(data4)){
const err15 = {instancePath:instancePath+"/acceptedOSCAs/" + i0,schemaPath:"#/properties/acceptedOSCAs/items/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.acceptedOSCAs.items,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/acceptedOSCAs/" + i0,schemaPath:"#/properties/acceptedOSCAs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.acceptedOSCAs.items.type,parentSchema:schema16.properties.acceptedOSCAs.items,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/acceptedOSCAs",schemaPath:"#/properties/acceptedOSCAs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.acceptedOSCAs.type,parentSchema:schema16.properties.acceptedOSCAs,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.join !== undefined){
let data5 = data.join;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.cert === undefined){
const err18 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'",schema:schema16.properties.join.required,parentSchema:schema16.properties.join,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.key === undefined){
const err19 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema16.properties.join.required,parentSchema:schema16.properties.join,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data5){
if(!((key2 === "cert") || (key2 === "key"))){
const err20 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.join,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.cert !== undefined){
let data6 = data5.cert;
if(typeof data6 === "string"){
if(data6.length > 16384){
const err21 = {instancePath:instancePath+"/join/cert",schemaPath:"#/properties/join/properties/cert/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.join.properties.cert,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern41.test(data6)){
const err22 = {instancePath:instancePath+"/join/cert",schemaPath:"#/properties/join/properties/cert/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.join.properties.cert,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/join/cert",schemaPath:"#/properties/join/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.join.properties.cert.type,parentSchema:schema16.properties.join.properties.cert,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data5.key !== undefined){
let data7 = data5.key;
if(typeof data7 === "string"){
if(data7.length > 16384){
const err24 = {instancePath:instancePath+"/join/key",schemaPath:"#/properties/join/properties/key/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.join.properties.key,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern42.test(data7)){
const err25 = {instancePath:instancePath+"/join/key",schemaPath:"#/properties/join/properties/key/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.join.properties.key,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/join/key",schemaPath:"#/properties/join/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.join.properties.key.type,parentSchema:schema16.properties.join.properties.key,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.join.type,parentSchema:schema16.properties.join,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.kubernetesCA !== undefined){
let data8 = data.kubernetesCA;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.cert === undefined){
const err28 = {instancePath:instancePath+"/kubernetesCA",schemaPath:"#/properties/kubernetesCA/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'",schema:schema16.properties.kubernetesCA.required,parentSchema:schema16.properties.kubernetesCA,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key3 in data8){
if(!((key3 === "cert") || (key3 === "key"))){
const err29 = {instancePath:instancePath+"/kubernetesCA",schemaPath:"#/properties/kubernetesCA/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.kubernetesCA,data:data8};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data8.cert !== undefined){
let data9 = data8.cert;
if(typeof data9 === "string"){
if(data9.length > 16384){
const err30 = {instancePath:instancePath+"/kubernetesCA/cert",schemaPath:"#/properties/kubernetesCA/properties/cert/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.kubernetesCA.properties.cert,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!pattern41.test(data9)){
const err31 = {instancePath:instancePath+"/kubernetesCA/cert",schemaPath:"#/properties/kubernetesCA/properties/cert/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.kubernetesCA.properties.cert,data:data9};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/kubernetesCA/cert",schemaPath:"#/properties/kubernetesCA/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.kubernetesCA.properties.cert.type,parentSchema:schema16.properties.kubernetesCA.properties.cert,data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data8.key !== undefined){
let data10 = data8.key;
if(typeof data10 === "string"){
if(data10.length > 16384){
const err33 = {instancePath:instancePath+"/kubernetesCA/key",schemaPath:"#/properties/kubernetesCA/properties/key/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.kubernetesCA.properties.key,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern42.test(data10)){
const err34 = {instancePath:instancePath+"/kubernetesCA/key",schemaPath:"#/properties/kubernetesCA/properties/key/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.kubernetesCA.properties.key,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/kubernetesCA/key",schemaPath:"#/properties/kubernetesCA/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.kubernetesCA.properties.key.type,parentSchema:schema16.properties.kubernetesCA.properties.key,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/kubernetesCA",schemaPath:"#/properties/kubernetesCA/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.kubernetesCA.type,parentSchema:schema16.properties.kubernetesCA,data:data8};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.frontProxyCA !== undefined){
let data11 = data.frontProxyCA;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.cert === undefined){
const err37 = {instancePath:instancePath+"/frontProxyCA",schemaPath:"#/properties/frontProxyCA/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'",schema:schema16.properties.frontProxyCA.required,parentSchema:schema16.properties.frontProxyCA,data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data11.key === undefined){
const err38 = {instancePath:instancePath+"/frontProxyCA",schemaPath:"#/properties/frontProxyCA/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema16.properties.frontProxyCA.required,parentSchema:schema16.properties.frontProxyCA,data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key4 in data11){
if(!((key4 === "cert") || (key4 === "key"))){
const err39 = {instancePath:instancePath+"/frontProxyCA",schemaPath:"#/properties/frontProxyCA/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.frontProxyCA,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.cert !== undefined){
let data12 = data11.cert;
if(typeof data12 === "string"){
if(data12.length > 16384){
const err40 = {instancePath:instancePath+"/frontProxyCA/cert",schemaPath:"#/properties/frontProxyCA/properties/cert/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.frontProxyCA.properties.cert,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern41.test(data12)){
const err41 = {instancePath:instancePath+"/frontProxyCA/cert",schemaPath:"#/properties/frontProxyCA/properties/cert/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.frontProxyCA.properties.cert,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/frontProxyCA/cert",schemaPath:"#/properties/frontProxyCA/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.frontProxyCA.properties.cert.type,parentSchema:schema16.properties.frontProxyCA.properties.cert,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data11.key !== undefined){
let data13 = data11.key;
if(typeof data13 === "string"){
if(data13.length > 16384){
const err43 = {instancePath:instancePath+"/frontProxyCA/key",schemaPath:"#/properties/frontProxyCA/properties/key/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.frontProxyCA.properties.key,data:data13};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern42.test(data13)){
const err44 = {instancePath:instancePath+"/frontProxyCA/key",schemaPath:"#/properties/frontProxyCA/properties/key/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.frontProxyCA.properties.key,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/frontProxyCA/key",schemaPath:"#/properties/frontProxyCA/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.frontProxyCA.properties.key.type,parentSchema:schema16.properties.frontProxyCA.properties.key,data:data13};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/frontProxyCA",schemaPath:"#/properties/frontProxyCA/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.frontProxyCA.type,parentSchema:schema16.properties.frontProxyCA,data:data11};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.etcdCA !== undefined){
let data14 = data.etcdCA;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.cert === undefined){
const err47 = {instancePath:instancePath+"/etcdCA",schemaPath:"#/properties/etcdCA/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'",schema:schema16.properties.etcdCA.required,parentSchema:schema16.properties.etcdCA,data:data14};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data14.key === undefined){
const err48 = {instancePath:instancePath+"/etcdCA",schemaPath:"#/properties/etcdCA/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema16.properties.etcdCA.required,parentSchema:schema16.properties.etcdCA,data:data14};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key5 in data14){
if(!((key5 === "cert") || (key5 === "key"))){
const err49 = {instancePath:instancePath+"/etcdCA",schemaPath:"#/properties/etcdCA/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.etcdCA,data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data14.cert !== undefined){
let data15 = data14.cert;
if(typeof data15 === "string"){
if(data15.length > 16384){
const err50 = {instancePath:instancePath+"/etcdCA/cert",schemaPath:"#/properties/etcdCA/properties/cert/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.etcdCA.properties.cert,data:data15};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern41.test(data15)){
const err51 = {instancePath:instancePath+"/etcdCA/cert",schemaPath:"#/properties/etcdCA/properties/cert/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$"+"\"",schema:"^\\s*-----BEGIN CERTIFICATE-----[\\s\\S]+-----END CERTIFICATE-----\\s*$",parentSchema:schema16.properties.etcdCA.properties.cert,data:data15};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/etcdCA/cert",schemaPath:"#/properties/etcdCA/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.etcdCA.properties.cert.type,parentSchema:schema16.properties.etcdCA.properties.cert,data:data15};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data14.key !== undefined){
let data16 = data14.key;
if(typeof data16 === "string"){
if(data16.length > 16384){
const err53 = {instancePath:instancePath+"/etcdCA/key",schemaPath:"#/properties/etcdCA/properties/key/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.etcdCA.properties.key,data:data16};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern42.test(data16)){
const err54 = {instancePath:instancePath+"/etcdCA/key",schemaPath:"#/properties/etcdCA/properties/key/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.etcdCA.properties.key,data:data16};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/etcdCA/key",schemaPath:"#/properties/etcdCA/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.etcdCA.properties.key.type,parentSchema:schema16.properties.etcdCA.properties.key,data:data16};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/etcdCA",schemaPath:"#/properties/etcdCA/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.etcdCA.type,parentSchema:schema16.properties.etcdCA,data:data14};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.serviceAccountKey !== undefined){
let data17 = data.serviceAccountKey;
if(typeof data17 === "string"){
if(data17.length > 16384){
const err57 = {instancePath:instancePath+"/serviceAccountKey",schemaPath:"#/properties/serviceAccountKey/maxLength",keyword:"maxLength",params:{limit: 16384},message:"must NOT have more than 16384 characters",schema:16384,parentSchema:schema16.properties.serviceAccountKey,data:data17};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern42.test(data17)){
const err58 = {instancePath:instancePath+"/serviceAccountKey",schemaPath:"#/properties/serviceAccountKey/pattern",keyword:"pattern",params:{pattern: "^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"},message:"must match pattern \""+"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$"+"\"",schema:"^\\s*-----BEGIN (EC |RSA )?PRIVATE KEY-----[\\s\\S]+-----END (EC |RSA )?PRIVATE KEY-----\\s*$",parentSchema:schema16.properties.serviceAccountKey,data:data17};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/serviceAccountKey",schemaPath:"#/properties/serviceAccountKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.serviceAccountKey.type,parentSchema:schema16.properties.serviceAccountKey,data:data17};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.bootstrapToken !== undefined){
let data18 = data.bootstrapToken;
if(typeof data18 === "string"){
if(data18.length > 23){
const err60 = {instancePath:instancePath+"/bootstrapToken",schemaPath:"#/properties/bootstrapToken/maxLength",keyword:"maxLength",params:{limit: 23},message:"must NOT have more than 23 characters",schema:23,parentSchema:schema16.properties.bootstrapToken,data:data18};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern53.test(data18)){
const err61 = {instancePath:instancePath+"/bootstrapToken",schemaPath:"#/properties/bootstrapToken/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{6}\\.[a-z0-9]{16}$"},message:"must match pattern \""+"^[a-z0-9]{6}\\.[a-z0-9]{16}$"+"\"",schema:"^[a-z0-9]{6}\\.[a-z0-9]{16}$",parentSchema:schema16.properties.bootstrapToken,data:data18};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/bootstrapToken",schemaPath:"#/properties/bootstrapToken/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.bootstrapToken.type,parentSchema:schema16.properties.bootstrapToken,data:data18};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.digestKey !== undefined){
let data19 = data.digestKey;
if(typeof data19 === "string"){
if(data19.length > 44){
const err63 = {instancePath:instancePath+"/digestKey",schemaPath:"#/properties/digestKey/maxLength",keyword:"maxLength",params:{limit: 44},message:"must NOT have more than 44 characters",schema:44,parentSchema:schema16.properties.digestKey,data:data19};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern54.test(data19)){
const err64 = {instancePath:instancePath+"/digestKey",schemaPath:"#/properties/digestKey/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{43}=$"},message:"must match pattern \""+"^[A-Za-z0-9+/]{43}=$"+"\"",schema:"^[A-Za-z0-9+/]{43}=$",parentSchema:schema16.properties.digestKey,data:data19};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/digestKey",schemaPath:"#/properties/digestKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.digestKey.type,parentSchema:schema16.properties.digestKey,data:data19};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.deniedSerials !== undefined){
let data20 = data.deniedSerials;
if(Array.isArray(data20)){
if(data20.length > 1000){
const err66 = {instancePath:instancePath+"/deniedSerials",schemaPath:"#/properties/deniedSerials/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema16.properties.deniedSerials,data:data20};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
let data21 = data20[i1];
if(typeof data21 === "string"){
if(!pattern55.test(data21)){
const err67 = {instancePath:instancePath+"/deniedSerials/" + i1,schemaPath:"#/properties/deniedSerials/items/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{1,40}$"},message:"must match pattern \""+"^[0-9a-fA-F]{1,40}$"+"\"",schema:"^[0-9a-fA-F]{1,40}$",parentSchema:schema16.properties.deniedSerials.items,data:data21};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/deniedSerials/" + i1,schemaPath:"#/properties/deniedSerials/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.deniedSerials.items.type,parentSchema:schema16.properties.deniedSerials.items,data:data21};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/deniedSerials",schemaPath:"#/properties/deniedSerials/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.deniedSerials.type,parentSchema:schema16.properties.deniedSerials,data:data20};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}
