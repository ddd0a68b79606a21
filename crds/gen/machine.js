// Generated from crds/machine.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"Machine"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["os"],"properties":{"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"rollout":{"type":"object","properties":{"paused":{"type":"boolean"},"approval":{"type":"string","enum":["Automatic","Manual"]},"maxUnavailable":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":64,"pattern":"^([1-9][0-9]?|100)%$"},"stages":{"type":"array","items":{"type":"object","required":["nodes"],"properties":{"nodes":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":100000,"pattern":"^([1-9][0-9]?|100)%$"},"soak":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"maxItems":8},"windows":{"type":"array","items":{"type":"object","required":["schedule","duration"],"properties":{"schedule":{"type":"string","pattern":"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$","maxLength":128},"duration":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeZone":{"type":"string","pattern":"^[A-Za-z0-9_+/-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"maxItems":16},"freezes":{"type":"array","items":{"type":"object","required":["from","to"],"properties":{"from":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"to":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","maxLength":253}},"additionalProperties":false},"maxItems":32},"historyLimit":{"type":"integer","minimum":1,"maximum":1000},"confirmWithin":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"prepare":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"drain":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"verify":{"type":"object","properties":{"steadyFor":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"version":{"type":"string","maxLength":256},"rollout":{"type":"string","maxLength":253},"progress":{"type":"string","maxLength":32},"nodes":{"type":"object","required":["total","updated","unavailable"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"updated":{"type":"integer","minimum":0,"maximum":1000000},"unavailable":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"versions":{"type":"array","items":{"type":"object","required":["version","nodes"],"properties":{"version":{"type":"string","maxLength":64},"kubernetesVersion":{"type":"string","maxLength":64},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"nodes":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"maxItems":32},"window":{"type":"object","required":["startTime","endTime","begun"],"properties":{"startTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"endTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"begun":{"type":"integer","minimum":0,"maximum":1000000},"waitedFor":{"type":"string","maxLength":2048}},"additionalProperties":false},"inFlight":{"type":"array","items":{"type":"object","required":["node","uid","operationID"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"uid":{"type":"string","minLength":1,"maxLength":64},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63}},"additionalProperties":false},"maxItems":64},"quarantine":{"type":"array","items":{"type":"object","required":["image","targetHash","nodeClass","node","reason","since"],"properties":{"image":{"type":"string","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"targetHash":{"type":"string","maxLength":71},"nodeClass":{"type":"string","maxLength":64},"node":{"type":"string","minLength":1,"maxLength":253},"reason":{"type":"string","maxLength":64},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"evidence":{"type":"object","required":["cause","message","time"],"properties":{"cause":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"lastLines":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":50}},"additionalProperties":false}},"additionalProperties":false},"maxItems":32},"blockedBy":{"type":"array","items":{"type":"object","required":["code","message","since","owner","nextCheckTime"],"properties":{"code":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":64},"message":{"type":"string","maxLength":2048},"node":{"type":"string","minLength":1,"maxLength":253},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"owner":{"type":"string","enum":["operator","agent","user","workload","cluster"]},"nextCheckTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false}},"additionalProperties":false};
const pattern4 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^([1-9][0-9]?|100)%$", "u");
const pattern8 = new RegExp("^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern9 = new RegExp("^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$", "u");
const pattern11 = new RegExp("^[A-Za-z0-9_+/-]+$", "u");
const pattern12 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern20 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
const pattern24 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern29 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
const func1 = Object.prototype.hasOwnProperty;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("osctl.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "osctl.dev/v1alpha1"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Machine" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Machine"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length > 253){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err13 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.os === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "os"},message:"must have required property '"+"os"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "os") || (key1 === "rollout"))){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.os !== undefined){
let data5 = data4.os;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.image === undefined){
const err16 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data5){
if(!((key2 === "image") || (key2 === "digest"))){
const err17 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.image !== undefined){
let data6 = data5.image;
if(typeof data6 === "string"){
if(data6.length > 512){
const err18 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern4.test(data6)){
const err19 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
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
const err20 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.digest !== undefined){
let data7 = data5.digest;
if(typeof data7 === "string"){
if(data7.length > 71){
const err21 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern5.test(data7)){
const err22 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
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
const err23 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err24 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.rollout !== undefined){
let data8 = data4.rollout;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!(func1.call(schema31.properties.spec.properties.rollout.properties, key3))){
const err25 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.paused !== undefined){
if(typeof data8.paused !== "boolean"){
const err26 = {instancePath:instancePath+"/spec/rollout/paused",schemaPath:"#/properties/spec/properties/rollout/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.approval !== undefined){
let data10 = data8.approval;
if(typeof data10 !== "string"){
const err27 = {instancePath:instancePath+"/spec/rollout/approval",schemaPath:"#/properties/spec/properties/rollout/properties/approval/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!((data10 === "Automatic") || (data10 === "Manual"))){
const err28 = {instancePath:instancePath+"/spec/rollout/approval",schemaPath:"#/properties/spec/properties/rollout/properties/approval/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.approval.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data8.maxUnavailable !== undefined){
let data11 = data8.maxUnavailable;
const _errs28 = errors;
let valid5 = false;
const _errs29 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err29 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid0 = _errs29 === errors;
valid5 = valid5 || _valid0;
const _errs31 = errors;
if(typeof data11 !== "string"){
const err30 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs31 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const err31 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 64 || isNaN(data11)){
const err32 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err34 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data8.stages !== undefined){
let data12 = data8.stages;
if(Array.isArray(data12)){
if(data12.length > 8){
const err35 = {instancePath:instancePath+"/spec/rollout/stages",schemaPath:"#/properties/spec/properties/rollout/properties/stages/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.nodes === undefined){
const err36 = {instancePath:instancePath+"/spec/rollout/stages/" + i0,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key4 in data13){
if(!((key4 === "nodes") || (key4 === "soak"))){
const err37 = {instancePath:instancePath+"/spec/rollout/stages/" + i0,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data13.nodes !== undefined){
let data14 = data13.nodes;
const _errs39 = errors;
let valid9 = false;
const _errs40 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err38 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var _valid1 = _errs40 === errors;
valid9 = valid9 || _valid1;
const _errs42 = errors;
if(typeof data14 !== "string"){
const err39 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid1 = _errs42 === errors;
valid9 = valid9 || _valid1;
if(!valid9){
const err40 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 100000 || isNaN(data14)){
const err41 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err42 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(typeof data14 === "string"){
if(!pattern6.test(data14)){
const err43 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data13.soak !== undefined){
let data15 = data13.soak;
if(typeof data15 === "string"){
if(data15.length > 24){
const err44 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!pattern8.test(data15)){
const err45 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/spec/rollout/stages/" + i0+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err47 = {instancePath:instancePath+"/spec/rollout/stages/" + i0,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/spec/rollout/stages",schemaPath:"#/properties/spec/properties/rollout/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data8.windows !== undefined){
let data16 = data8.windows;
if(Array.isArray(data16)){
if(data16.length > 16){
const err49 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.schedule === undefined){
const err50 = {instancePath:instancePath+"/spec/rollout/windows/" + i1,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "schedule"},message:"must have required property '"+"schedule"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data17.duration === undefined){
const err51 = {instancePath:instancePath+"/spec/rollout/windows/" + i1,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "duration"},message:"must have required property '"+"duration"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key5 in data17){
if(!(((key5 === "schedule") || (key5 === "duration")) || (key5 === "timeZone"))){
const err52 = {instancePath:instancePath+"/spec/rollout/windows/" + i1,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data17.schedule !== undefined){
let data18 = data17.schedule;
if(typeof data18 === "string"){
if(data18.length > 128){
const err53 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern9.test(data18)){
const err54 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/pattern",keyword:"pattern",params:{pattern: "^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"},message:"must match pattern \""+"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"+"\""};
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
const err55 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data17.duration !== undefined){
let data19 = data17.duration;
if(typeof data19 === "string"){
if(data19.length > 24){
const err56 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!pattern8.test(data19)){
const err57 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data17.timeZone !== undefined){
let data20 = data17.timeZone;
if(typeof data20 === "string"){
if(data20.length > 64){
const err59 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data20.length < 1){
const err60 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern11.test(data20)){
const err61 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+/-]+$"+"\""};
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
const err62 = {instancePath:instancePath+"/spec/rollout/windows/" + i1+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/rollout/windows/" + i1,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data8.freezes !== undefined){
let data21 = data8.freezes;
if(Array.isArray(data21)){
if(data21.length > 32){
const err65 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
let data22 = data21[i2];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.from === undefined){
const err66 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data22.to === undefined){
const err67 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key6 in data22){
if(!(((key6 === "from") || (key6 === "to")) || (key6 === "reason"))){
const err68 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data22.from !== undefined){
let data23 = data22.from;
if(typeof data23 === "string"){
if(data23.length > 40){
const err69 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern12.test(data23)){
const err70 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data22.to !== undefined){
let data24 = data22.to;
if(typeof data24 === "string"){
if(data24.length > 40){
const err72 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!pattern12.test(data24)){
const err73 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err74 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data22.reason !== undefined){
let data25 = data22.reason;
if(typeof data25 === "string"){
if(data25.length > 253){
const err75 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/rollout/freezes/" + i2,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data8.historyLimit !== undefined){
let data26 = data8.historyLimit;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err79 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 1000 || isNaN(data26)){
const err80 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err81 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data8.confirmWithin !== undefined){
let data27 = data8.confirmWithin;
if(typeof data27 === "string"){
if(data27.length > 24){
const err82 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!pattern8.test(data27)){
const err83 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data8.prepare !== undefined){
let data28 = data8.prepare;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key7 in data28){
if(!(key7 === "timeout")){
const err85 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data28.timeout !== undefined){
let data29 = data28.timeout;
if(typeof data29 === "string"){
if(data29.length > 24){
const err86 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern8.test(data29)){
const err87 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data8.drain !== undefined){
let data30 = data8.drain;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key8 in data30){
if(!(key8 === "timeout")){
const err90 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data30.timeout !== undefined){
let data31 = data30.timeout;
if(typeof data31 === "string"){
if(data31.length > 24){
const err91 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!pattern8.test(data31)){
const err92 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data8.verify !== undefined){
let data32 = data8.verify;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key9 in data32){
if(!((key9 === "steadyFor") || (key9 === "timeout"))){
const err95 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data32.steadyFor !== undefined){
let data33 = data32.steadyFor;
if(typeof data33 === "string"){
if(data33.length > 24){
const err96 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern8.test(data33)){
const err97 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data32.timeout !== undefined){
let data34 = data32.timeout;
if(typeof data34 === "string"){
if(data34.length > 24){
const err99 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!pattern8.test(data34)){
const err100 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.status !== undefined){
let data35 = data.status;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key10 in data35){
if(!(func1.call(schema31.properties.status.properties, key10))){
const err105 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data35.observedGeneration !== undefined){
let data36 = data35.observedGeneration;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err106 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 9007199254740991 || isNaN(data36)){
const err107 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err108 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
if(data35.conditions !== undefined){
let data37 = data35.conditions;
if(Array.isArray(data37)){
if(data37.length > 16){
const err109 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
const len3 = data37.length;
for(let i3=0; i3<len3; i3++){
let data38 = data37[i3];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.type === undefined){
const err110 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data38.status === undefined){
const err111 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data38.lastTransitionTime === undefined){
const err112 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data38.reason === undefined){
const err113 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data38.message === undefined){
const err114 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key11 in data38){
if(!((((((key11 === "type") || (key11 === "status")) || (key11 === "observedGeneration")) || (key11 === "lastTransitionTime")) || (key11 === "reason")) || (key11 === "message"))){
const err115 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data38.type !== undefined){
let data39 = data38.type;
if(typeof data39 === "string"){
if(data39.length > 64){
const err116 = {instancePath:instancePath+"/status/conditions/" + i3+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data39.length < 1){
const err117 = {instancePath:instancePath+"/status/conditions/" + i3+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/status/conditions/" + i3+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data38.status !== undefined){
let data40 = data38.status;
if(typeof data40 !== "string"){
const err119 = {instancePath:instancePath+"/status/conditions/" + i3+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!(((data40 === "True") || (data40 === "False")) || (data40 === "Unknown"))){
const err120 = {instancePath:instancePath+"/status/conditions/" + i3+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data38.observedGeneration !== undefined){
let data41 = data38.observedGeneration;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err121 = {instancePath:instancePath+"/status/conditions/" + i3+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 9007199254740991 || isNaN(data41)){
const err122 = {instancePath:instancePath+"/status/conditions/" + i3+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err123 = {instancePath:instancePath+"/status/conditions/" + i3+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
if(data38.lastTransitionTime !== undefined){
let data42 = data38.lastTransitionTime;
if(typeof data42 === "string"){
if(data42.length > 40){
const err124 = {instancePath:instancePath+"/status/conditions/" + i3+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern12.test(data42)){
const err125 = {instancePath:instancePath+"/status/conditions/" + i3+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/status/conditions/" + i3+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data38.reason !== undefined){
let data43 = data38.reason;
if(typeof data43 === "string"){
if(data43.length > 64){
const err127 = {instancePath:instancePath+"/status/conditions/" + i3+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!pattern20.test(data43)){
const err128 = {instancePath:instancePath+"/status/conditions/" + i3+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/status/conditions/" + i3+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data38.message !== undefined){
let data44 = data38.message;
if(typeof data44 === "string"){
if(data44.length > 4096){
const err130 = {instancePath:instancePath+"/status/conditions/" + i3+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/status/conditions/" + i3+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/status/conditions/" + i3,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
else {
const err133 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data35.version !== undefined){
let data45 = data35.version;
if(typeof data45 === "string"){
if(data45.length > 256){
const err134 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data35.rollout !== undefined){
let data46 = data35.rollout;
if(typeof data46 === "string"){
if(data46.length > 253){
const err136 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data35.progress !== undefined){
let data47 = data35.progress;
if(typeof data47 === "string"){
if(data47.length > 32){
const err138 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data35.nodes !== undefined){
let data48 = data35.nodes;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.total === undefined){
const err140 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data48.updated === undefined){
const err141 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "updated"},message:"must have required property '"+"updated"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data48.unavailable === undefined){
const err142 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "unavailable"},message:"must have required property '"+"unavailable"+"'"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
for(const key12 in data48){
if(!(((key12 === "total") || (key12 === "updated")) || (key12 === "unavailable"))){
const err143 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data48.total !== undefined){
let data49 = data48.total;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err144 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 1000000 || isNaN(data49)){
const err145 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err146 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
if(data48.updated !== undefined){
let data50 = data48.updated;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err147 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 1000000 || isNaN(data50)){
const err148 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data50 < 0 || isNaN(data50)){
const err149 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
if(data48.unavailable !== undefined){
let data51 = data48.unavailable;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
const err150 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 1000000 || isNaN(data51)){
const err151 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data51 < 0 || isNaN(data51)){
const err152 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
}
else {
const err153 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data35.versions !== undefined){
let data52 = data35.versions;
if(Array.isArray(data52)){
if(data52.length > 32){
const err154 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const len4 = data52.length;
for(let i4=0; i4<len4; i4++){
let data53 = data52[i4];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.version === undefined){
const err155 = {instancePath:instancePath+"/status/versions/" + i4,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data53.nodes === undefined){
const err156 = {instancePath:instancePath+"/status/versions/" + i4,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
for(const key13 in data53){
if(!((((key13 === "version") || (key13 === "kubernetesVersion")) || (key13 === "digest")) || (key13 === "nodes"))){
const err157 = {instancePath:instancePath+"/status/versions/" + i4,schemaPath:"#/properties/status/properties/versions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data53.version !== undefined){
let data54 = data53.version;
if(typeof data54 === "string"){
if(data54.length > 64){
const err158 = {instancePath:instancePath+"/status/versions/" + i4+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/status/versions/" + i4+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data53.kubernetesVersion !== undefined){
let data55 = data53.kubernetesVersion;
if(typeof data55 === "string"){
if(data55.length > 64){
const err160 = {instancePath:instancePath+"/status/versions/" + i4+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/status/versions/" + i4+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data53.digest !== undefined){
let data56 = data53.digest;
if(typeof data56 === "string"){
if(data56.length > 71){
const err162 = {instancePath:instancePath+"/status/versions/" + i4+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!pattern5.test(data56)){
const err163 = {instancePath:instancePath+"/status/versions/" + i4+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/status/versions/" + i4+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data53.nodes !== undefined){
let data57 = data53.nodes;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err165 = {instancePath:instancePath+"/status/versions/" + i4+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1000000 || isNaN(data57)){
const err166 = {instancePath:instancePath+"/status/versions/" + i4+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err167 = {instancePath:instancePath+"/status/versions/" + i4+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
}
else {
const err168 = {instancePath:instancePath+"/status/versions/" + i4,schemaPath:"#/properties/status/properties/versions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data35.window !== undefined){
let data58 = data35.window;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.startTime === undefined){
const err170 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "startTime"},message:"must have required property '"+"startTime"+"'"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data58.endTime === undefined){
const err171 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "endTime"},message:"must have required property '"+"endTime"+"'"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data58.begun === undefined){
const err172 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "begun"},message:"must have required property '"+"begun"+"'"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
for(const key14 in data58){
if(!((((key14 === "startTime") || (key14 === "endTime")) || (key14 === "begun")) || (key14 === "waitedFor"))){
const err173 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data58.startTime !== undefined){
let data59 = data58.startTime;
if(typeof data59 === "string"){
if(data59.length > 40){
const err174 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(!pattern12.test(data59)){
const err175 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data58.endTime !== undefined){
let data60 = data58.endTime;
if(typeof data60 === "string"){
if(data60.length > 40){
const err177 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(!pattern12.test(data60)){
const err178 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
else {
const err179 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data58.begun !== undefined){
let data61 = data58.begun;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err180 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000 || isNaN(data61)){
const err181 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data61 < 0 || isNaN(data61)){
const err182 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
if(data58.waitedFor !== undefined){
let data62 = data58.waitedFor;
if(typeof data62 === "string"){
if(data62.length > 2048){
const err183 = {instancePath:instancePath+"/status/window/waitedFor",schemaPath:"#/properties/status/properties/window/properties/waitedFor/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/status/window/waitedFor",schemaPath:"#/properties/status/properties/window/properties/waitedFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
}
else {
const err185 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data35.inFlight !== undefined){
let data63 = data35.inFlight;
if(Array.isArray(data63)){
if(data63.length > 64){
const err186 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
const len5 = data63.length;
for(let i5=0; i5<len5; i5++){
let data64 = data63[i5];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.node === undefined){
const err187 = {instancePath:instancePath+"/status/inFlight/" + i5,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data64.uid === undefined){
const err188 = {instancePath:instancePath+"/status/inFlight/" + i5,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data64.operationID === undefined){
const err189 = {instancePath:instancePath+"/status/inFlight/" + i5,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "operationID"},message:"must have required property '"+"operationID"+"'"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
for(const key15 in data64){
if(!(((key15 === "node") || (key15 === "uid")) || (key15 === "operationID"))){
const err190 = {instancePath:instancePath+"/status/inFlight/" + i5,schemaPath:"#/properties/status/properties/inFlight/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data64.node !== undefined){
let data65 = data64.node;
if(typeof data65 === "string"){
if(data65.length > 253){
const err191 = {instancePath:instancePath+"/status/inFlight/" + i5+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data65.length < 1){
const err192 = {instancePath:instancePath+"/status/inFlight/" + i5+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
else {
const err193 = {instancePath:instancePath+"/status/inFlight/" + i5+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data64.uid !== undefined){
let data66 = data64.uid;
if(typeof data66 === "string"){
if(data66.length > 64){
const err194 = {instancePath:instancePath+"/status/inFlight/" + i5+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data66.length < 1){
const err195 = {instancePath:instancePath+"/status/inFlight/" + i5+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/status/inFlight/" + i5+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data64.operationID !== undefined){
let data67 = data64.operationID;
if(typeof data67 === "string"){
if(data67.length > 63){
const err197 = {instancePath:instancePath+"/status/inFlight/" + i5+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(!pattern24.test(data67)){
const err198 = {instancePath:instancePath+"/status/inFlight/" + i5+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
else {
const err199 = {instancePath:instancePath+"/status/inFlight/" + i5+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
}
else {
const err200 = {instancePath:instancePath+"/status/inFlight/" + i5,schemaPath:"#/properties/status/properties/inFlight/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
}
else {
const err201 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data35.quarantine !== undefined){
let data68 = data35.quarantine;
if(Array.isArray(data68)){
if(data68.length > 32){
const err202 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
const len6 = data68.length;
for(let i6=0; i6<len6; i6++){
let data69 = data68[i6];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.image === undefined){
const err203 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data69.targetHash === undefined){
const err204 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "targetHash"},message:"must have required property '"+"targetHash"+"'"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(data69.nodeClass === undefined){
const err205 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "nodeClass"},message:"must have required property '"+"nodeClass"+"'"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(data69.node === undefined){
const err206 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data69.reason === undefined){
const err207 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data69.since === undefined){
const err208 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
for(const key16 in data69){
if(!((((((((key16 === "image") || (key16 === "digest")) || (key16 === "targetHash")) || (key16 === "nodeClass")) || (key16 === "node")) || (key16 === "reason")) || (key16 === "since")) || (key16 === "evidence"))){
const err209 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data69.image !== undefined){
let data70 = data69.image;
if(typeof data70 === "string"){
if(data70.length > 512){
const err210 = {instancePath:instancePath+"/status/quarantine/" + i6+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/status/quarantine/" + i6+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data69.digest !== undefined){
let data71 = data69.digest;
if(typeof data71 === "string"){
if(data71.length > 71){
const err212 = {instancePath:instancePath+"/status/quarantine/" + i6+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(!pattern5.test(data71)){
const err213 = {instancePath:instancePath+"/status/quarantine/" + i6+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
else {
const err214 = {instancePath:instancePath+"/status/quarantine/" + i6+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data69.targetHash !== undefined){
let data72 = data69.targetHash;
if(typeof data72 === "string"){
if(data72.length > 71){
const err215 = {instancePath:instancePath+"/status/quarantine/" + i6+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
else {
const err216 = {instancePath:instancePath+"/status/quarantine/" + i6+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data69.nodeClass !== undefined){
let data73 = data69.nodeClass;
if(typeof data73 === "string"){
if(data73.length > 64){
const err217 = {instancePath:instancePath+"/status/quarantine/" + i6+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/status/quarantine/" + i6+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data69.node !== undefined){
let data74 = data69.node;
if(typeof data74 === "string"){
if(data74.length > 253){
const err219 = {instancePath:instancePath+"/status/quarantine/" + i6+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data74.length < 1){
const err220 = {instancePath:instancePath+"/status/quarantine/" + i6+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/status/quarantine/" + i6+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data69.reason !== undefined){
let data75 = data69.reason;
if(typeof data75 === "string"){
if(data75.length > 64){
const err222 = {instancePath:instancePath+"/status/quarantine/" + i6+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/status/quarantine/" + i6+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data69.since !== undefined){
let data76 = data69.since;
if(typeof data76 === "string"){
if(data76.length > 40){
const err224 = {instancePath:instancePath+"/status/quarantine/" + i6+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(!pattern12.test(data76)){
const err225 = {instancePath:instancePath+"/status/quarantine/" + i6+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
else {
const err226 = {instancePath:instancePath+"/status/quarantine/" + i6+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data69.evidence !== undefined){
let data77 = data69.evidence;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.cause === undefined){
const err227 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "cause"},message:"must have required property '"+"cause"+"'"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(data77.message === undefined){
const err228 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data77.time === undefined){
const err229 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
for(const key17 in data77){
if(!(((((key17 === "cause") || (key17 === "message")) || (key17 === "operationID")) || (key17 === "time")) || (key17 === "lastLines"))){
const err230 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data77.cause !== undefined){
let data78 = data77.cause;
if(typeof data78 === "string"){
if(data78.length > 64){
const err231 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
else {
const err232 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data77.message !== undefined){
let data79 = data77.message;
if(typeof data79 === "string"){
if(data79.length > 2048){
const err233 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
else {
const err234 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data77.operationID !== undefined){
let data80 = data77.operationID;
if(typeof data80 === "string"){
if(data80.length > 63){
const err235 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(!pattern24.test(data80)){
const err236 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data77.time !== undefined){
let data81 = data77.time;
if(typeof data81 === "string"){
if(data81.length > 40){
const err238 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(!pattern12.test(data81)){
const err239 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data77.lastLines !== undefined){
let data82 = data77.lastLines;
if(Array.isArray(data82)){
if(data82.length > 50){
const err241 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
const len7 = data82.length;
for(let i7=0; i7<len7; i7++){
let data83 = data82[i7];
if(typeof data83 === "string"){
if(data83.length > 512){
const err242 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/lastLines/" + i7,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
else {
const err243 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/lastLines/" + i7,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/status/quarantine/" + i6+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/status/quarantine/" + i6,schemaPath:"#/properties/status/properties/quarantine/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data35.blockedBy !== undefined){
let data84 = data35.blockedBy;
if(Array.isArray(data84)){
if(data84.length > 32){
const err248 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
const len8 = data84.length;
for(let i8=0; i8<len8; i8++){
let data85 = data84[i8];
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.code === undefined){
const err249 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(data85.message === undefined){
const err250 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data85.since === undefined){
const err251 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data85.owner === undefined){
const err252 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data85.nextCheckTime === undefined){
const err253 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "nextCheckTime"},message:"must have required property '"+"nextCheckTime"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
for(const key18 in data85){
if(!((((((key18 === "code") || (key18 === "message")) || (key18 === "node")) || (key18 === "since")) || (key18 === "owner")) || (key18 === "nextCheckTime"))){
const err254 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data85.code !== undefined){
let data86 = data85.code;
if(typeof data86 === "string"){
if(data86.length > 64){
const err255 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if(!pattern29.test(data86)){
const err256 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
else {
const err257 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data85.message !== undefined){
let data87 = data85.message;
if(typeof data87 === "string"){
if(data87.length > 2048){
const err258 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
else {
const err259 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data85.node !== undefined){
let data88 = data85.node;
if(typeof data88 === "string"){
if(data88.length > 253){
const err260 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if(data88.length < 1){
const err261 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
else {
const err262 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data85.since !== undefined){
let data89 = data85.since;
if(typeof data89 === "string"){
if(data89.length > 40){
const err263 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(!pattern12.test(data89)){
const err264 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
else {
const err265 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data85.owner !== undefined){
let data90 = data85.owner;
if(typeof data90 !== "string"){
const err266 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(!(((((data90 === "operator") || (data90 === "agent")) || (data90 === "user")) || (data90 === "workload")) || (data90 === "cluster"))){
const err267 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.blockedBy.items.properties.owner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data85.nextCheckTime !== undefined){
let data91 = data85.nextCheckTime;
if(typeof data91 === "string"){
if(data91.length > 40){
const err268 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(!pattern12.test(data91)){
const err269 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
else {
const err270 = {instancePath:instancePath+"/status/blockedBy/" + i8+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
}
else {
const err271 = {instancePath:instancePath+"/status/blockedBy/" + i8,schemaPath:"#/properties/status/properties/blockedBy/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
}
else {
const err272 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
else {
const err273 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
else {
const err274 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

