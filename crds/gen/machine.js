// Generated from crds/machine.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"Machine"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["os"],"properties":{"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"rollout":{"type":"object","properties":{"paused":{"type":"boolean"},"maxUnavailable":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":64,"pattern":"^([1-9][0-9]?|100)%$"},"confirmWithin":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"prepare":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"drain":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"verify":{"type":"object","properties":{"steadyFor":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"version":{"type":"string","maxLength":256},"rollout":{"type":"string","maxLength":253},"progress":{"type":"string","maxLength":32},"nodes":{"type":"object","required":["total","updated","unavailable"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"updated":{"type":"integer","minimum":0,"maximum":1000000},"unavailable":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"versions":{"type":"array","items":{"type":"object","required":["version","nodes"],"properties":{"version":{"type":"string","maxLength":64},"kubernetesVersion":{"type":"string","maxLength":64},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"nodes":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"maxItems":32},"inFlight":{"type":"array","items":{"type":"object","required":["node","uid","operationID"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"uid":{"type":"string","minLength":1,"maxLength":64},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63}},"additionalProperties":false},"maxItems":64},"quarantine":{"type":"array","items":{"type":"object","required":["image","targetHash","nodeClass","node","reason","since"],"properties":{"image":{"type":"string","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"targetHash":{"type":"string","maxLength":71},"nodeClass":{"type":"string","maxLength":64},"node":{"type":"string","minLength":1,"maxLength":253},"reason":{"type":"string","maxLength":64},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"evidence":{"type":"object","required":["cause","message","time"],"properties":{"cause":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"lastLines":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":50}},"additionalProperties":false}},"additionalProperties":false},"maxItems":32},"blockedBy":{"type":"array","items":{"type":"object","required":["code","message","since","owner","nextCheckTime"],"properties":{"code":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":64},"message":{"type":"string","maxLength":2048},"node":{"type":"string","minLength":1,"maxLength":253},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"owner":{"type":"string","enum":["operator","agent","user","workload","cluster"]},"nextCheckTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false}},"additionalProperties":false};
const pattern4 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^([1-9][0-9]?|100)%$", "u");
const pattern7 = new RegExp("^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern12 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern13 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
const pattern15 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern20 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
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
if(!((((((key3 === "paused") || (key3 === "maxUnavailable")) || (key3 === "confirmWithin")) || (key3 === "prepare")) || (key3 === "drain")) || (key3 === "verify"))){
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
if(data8.maxUnavailable !== undefined){
let data10 = data8.maxUnavailable;
const _errs26 = errors;
let valid5 = false;
const _errs27 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err27 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid0 = _errs27 === errors;
valid5 = valid5 || _valid0;
const _errs29 = errors;
if(typeof data10 !== "string"){
const err28 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid0 = _errs29 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const err29 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 64 || isNaN(data10)){
const err30 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err31 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err32 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data8.confirmWithin !== undefined){
let data11 = data8.confirmWithin;
if(typeof data11 === "string"){
if(data11.length > 24){
const err33 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern7.test(data11)){
const err34 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
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
const err35 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data8.prepare !== undefined){
let data12 = data8.prepare;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key4 in data12){
if(!(key4 === "timeout")){
const err36 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.timeout !== undefined){
let data13 = data12.timeout;
if(typeof data13 === "string"){
if(data13.length > 24){
const err37 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern7.test(data13)){
const err38 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data8.drain !== undefined){
let data14 = data8.drain;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key5 in data14){
if(!(key5 === "timeout")){
const err41 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data14.timeout !== undefined){
let data15 = data14.timeout;
if(typeof data15 === "string"){
if(data15.length > 24){
const err42 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern7.test(data15)){
const err43 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data8.verify !== undefined){
let data16 = data8.verify;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key6 in data16){
if(!((key6 === "steadyFor") || (key6 === "timeout"))){
const err46 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.steadyFor !== undefined){
let data17 = data16.steadyFor;
if(typeof data17 === "string"){
if(data17.length > 24){
const err47 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!pattern7.test(data17)){
const err48 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data16.timeout !== undefined){
let data18 = data16.timeout;
if(typeof data18 === "string"){
if(data18.length > 24){
const err50 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern7.test(data18)){
const err51 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
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
const err52 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.status !== undefined){
let data19 = data.status;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key7 in data19){
if(!(func1.call(schema31.properties.status.properties, key7))){
const err56 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data19.observedGeneration !== undefined){
let data20 = data19.observedGeneration;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err57 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 9007199254740991 || isNaN(data20)){
const err58 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err59 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data19.conditions !== undefined){
let data21 = data19.conditions;
if(Array.isArray(data21)){
if(data21.length > 16){
const err60 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
let data22 = data21[i0];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.type === undefined){
const err61 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data22.status === undefined){
const err62 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data22.lastTransitionTime === undefined){
const err63 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data22.reason === undefined){
const err64 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data22.message === undefined){
const err65 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key8 in data22){
if(!((((((key8 === "type") || (key8 === "status")) || (key8 === "observedGeneration")) || (key8 === "lastTransitionTime")) || (key8 === "reason")) || (key8 === "message"))){
const err66 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data22.type !== undefined){
let data23 = data22.type;
if(typeof data23 === "string"){
if(data23.length > 64){
const err67 = {instancePath:instancePath+"/status/conditions/" + i0+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data23.length < 1){
const err68 = {instancePath:instancePath+"/status/conditions/" + i0+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/status/conditions/" + i0+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data22.status !== undefined){
let data24 = data22.status;
if(typeof data24 !== "string"){
const err70 = {instancePath:instancePath+"/status/conditions/" + i0+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((data24 === "True") || (data24 === "False")) || (data24 === "Unknown"))){
const err71 = {instancePath:instancePath+"/status/conditions/" + i0+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data22.observedGeneration !== undefined){
let data25 = data22.observedGeneration;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err72 = {instancePath:instancePath+"/status/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 9007199254740991 || isNaN(data25)){
const err73 = {instancePath:instancePath+"/status/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err74 = {instancePath:instancePath+"/status/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data22.lastTransitionTime !== undefined){
let data26 = data22.lastTransitionTime;
if(typeof data26 === "string"){
if(data26.length > 40){
const err75 = {instancePath:instancePath+"/status/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern12.test(data26)){
const err76 = {instancePath:instancePath+"/status/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err77 = {instancePath:instancePath+"/status/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data22.reason !== undefined){
let data27 = data22.reason;
if(typeof data27 === "string"){
if(data27.length > 64){
const err78 = {instancePath:instancePath+"/status/conditions/" + i0+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern13.test(data27)){
const err79 = {instancePath:instancePath+"/status/conditions/" + i0+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/status/conditions/" + i0+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data22.message !== undefined){
let data28 = data22.message;
if(typeof data28 === "string"){
if(data28.length > 4096){
const err81 = {instancePath:instancePath+"/status/conditions/" + i0+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/status/conditions/" + i0+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/status/conditions/" + i0,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data19.version !== undefined){
let data29 = data19.version;
if(typeof data29 === "string"){
if(data29.length > 256){
const err85 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data19.rollout !== undefined){
let data30 = data19.rollout;
if(typeof data30 === "string"){
if(data30.length > 253){
const err87 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
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
const err88 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data19.progress !== undefined){
let data31 = data19.progress;
if(typeof data31 === "string"){
if(data31.length > 32){
const err89 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data19.nodes !== undefined){
let data32 = data19.nodes;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.total === undefined){
const err91 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data32.updated === undefined){
const err92 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "updated"},message:"must have required property '"+"updated"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data32.unavailable === undefined){
const err93 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "unavailable"},message:"must have required property '"+"unavailable"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
for(const key9 in data32){
if(!(((key9 === "total") || (key9 === "updated")) || (key9 === "unavailable"))){
const err94 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data32.total !== undefined){
let data33 = data32.total;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err95 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1000000 || isNaN(data33)){
const err96 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data33 < 0 || isNaN(data33)){
const err97 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
if(data32.updated !== undefined){
let data34 = data32.updated;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err98 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1000000 || isNaN(data34)){
const err99 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err100 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
if(data32.unavailable !== undefined){
let data35 = data32.unavailable;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err101 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 1000000 || isNaN(data35)){
const err102 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err103 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err104 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data19.versions !== undefined){
let data36 = data19.versions;
if(Array.isArray(data36)){
if(data36.length > 32){
const err105 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const len1 = data36.length;
for(let i1=0; i1<len1; i1++){
let data37 = data36[i1];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.version === undefined){
const err106 = {instancePath:instancePath+"/status/versions/" + i1,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data37.nodes === undefined){
const err107 = {instancePath:instancePath+"/status/versions/" + i1,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
for(const key10 in data37){
if(!((((key10 === "version") || (key10 === "kubernetesVersion")) || (key10 === "digest")) || (key10 === "nodes"))){
const err108 = {instancePath:instancePath+"/status/versions/" + i1,schemaPath:"#/properties/status/properties/versions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data37.version !== undefined){
let data38 = data37.version;
if(typeof data38 === "string"){
if(data38.length > 64){
const err109 = {instancePath:instancePath+"/status/versions/" + i1+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/status/versions/" + i1+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data37.kubernetesVersion !== undefined){
let data39 = data37.kubernetesVersion;
if(typeof data39 === "string"){
if(data39.length > 64){
const err111 = {instancePath:instancePath+"/status/versions/" + i1+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/status/versions/" + i1+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data37.digest !== undefined){
let data40 = data37.digest;
if(typeof data40 === "string"){
if(data40.length > 71){
const err113 = {instancePath:instancePath+"/status/versions/" + i1+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!pattern5.test(data40)){
const err114 = {instancePath:instancePath+"/status/versions/" + i1+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/status/versions/" + i1+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data37.nodes !== undefined){
let data41 = data37.nodes;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err116 = {instancePath:instancePath+"/status/versions/" + i1+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1000000 || isNaN(data41)){
const err117 = {instancePath:instancePath+"/status/versions/" + i1+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err118 = {instancePath:instancePath+"/status/versions/" + i1+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
}
else {
const err119 = {instancePath:instancePath+"/status/versions/" + i1,schemaPath:"#/properties/status/properties/versions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data19.inFlight !== undefined){
let data42 = data19.inFlight;
if(Array.isArray(data42)){
if(data42.length > 64){
const err121 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
const len2 = data42.length;
for(let i2=0; i2<len2; i2++){
let data43 = data42[i2];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.node === undefined){
const err122 = {instancePath:instancePath+"/status/inFlight/" + i2,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data43.uid === undefined){
const err123 = {instancePath:instancePath+"/status/inFlight/" + i2,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data43.operationID === undefined){
const err124 = {instancePath:instancePath+"/status/inFlight/" + i2,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "operationID"},message:"must have required property '"+"operationID"+"'"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
for(const key11 in data43){
if(!(((key11 === "node") || (key11 === "uid")) || (key11 === "operationID"))){
const err125 = {instancePath:instancePath+"/status/inFlight/" + i2,schemaPath:"#/properties/status/properties/inFlight/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data43.node !== undefined){
let data44 = data43.node;
if(typeof data44 === "string"){
if(data44.length > 253){
const err126 = {instancePath:instancePath+"/status/inFlight/" + i2+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data44.length < 1){
const err127 = {instancePath:instancePath+"/status/inFlight/" + i2+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/status/inFlight/" + i2+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data43.uid !== undefined){
let data45 = data43.uid;
if(typeof data45 === "string"){
if(data45.length > 64){
const err129 = {instancePath:instancePath+"/status/inFlight/" + i2+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data45.length < 1){
const err130 = {instancePath:instancePath+"/status/inFlight/" + i2+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err131 = {instancePath:instancePath+"/status/inFlight/" + i2+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data43.operationID !== undefined){
let data46 = data43.operationID;
if(typeof data46 === "string"){
if(data46.length > 63){
const err132 = {instancePath:instancePath+"/status/inFlight/" + i2+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern15.test(data46)){
const err133 = {instancePath:instancePath+"/status/inFlight/" + i2+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/status/inFlight/" + i2+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/status/inFlight/" + i2,schemaPath:"#/properties/status/properties/inFlight/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data19.quarantine !== undefined){
let data47 = data19.quarantine;
if(Array.isArray(data47)){
if(data47.length > 32){
const err137 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
const len3 = data47.length;
for(let i3=0; i3<len3; i3++){
let data48 = data47[i3];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.image === undefined){
const err138 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data48.targetHash === undefined){
const err139 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "targetHash"},message:"must have required property '"+"targetHash"+"'"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data48.nodeClass === undefined){
const err140 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "nodeClass"},message:"must have required property '"+"nodeClass"+"'"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data48.node === undefined){
const err141 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data48.reason === undefined){
const err142 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data48.since === undefined){
const err143 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
for(const key12 in data48){
if(!((((((((key12 === "image") || (key12 === "digest")) || (key12 === "targetHash")) || (key12 === "nodeClass")) || (key12 === "node")) || (key12 === "reason")) || (key12 === "since")) || (key12 === "evidence"))){
const err144 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data48.image !== undefined){
let data49 = data48.image;
if(typeof data49 === "string"){
if(data49.length > 512){
const err145 = {instancePath:instancePath+"/status/quarantine/" + i3+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/status/quarantine/" + i3+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data48.digest !== undefined){
let data50 = data48.digest;
if(typeof data50 === "string"){
if(data50.length > 71){
const err147 = {instancePath:instancePath+"/status/quarantine/" + i3+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(!pattern5.test(data50)){
const err148 = {instancePath:instancePath+"/status/quarantine/" + i3+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/status/quarantine/" + i3+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data48.targetHash !== undefined){
let data51 = data48.targetHash;
if(typeof data51 === "string"){
if(data51.length > 71){
const err150 = {instancePath:instancePath+"/status/quarantine/" + i3+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/status/quarantine/" + i3+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data48.nodeClass !== undefined){
let data52 = data48.nodeClass;
if(typeof data52 === "string"){
if(data52.length > 64){
const err152 = {instancePath:instancePath+"/status/quarantine/" + i3+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/status/quarantine/" + i3+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data48.node !== undefined){
let data53 = data48.node;
if(typeof data53 === "string"){
if(data53.length > 253){
const err154 = {instancePath:instancePath+"/status/quarantine/" + i3+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data53.length < 1){
const err155 = {instancePath:instancePath+"/status/quarantine/" + i3+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/status/quarantine/" + i3+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data48.reason !== undefined){
let data54 = data48.reason;
if(typeof data54 === "string"){
if(data54.length > 64){
const err157 = {instancePath:instancePath+"/status/quarantine/" + i3+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/status/quarantine/" + i3+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data48.since !== undefined){
let data55 = data48.since;
if(typeof data55 === "string"){
if(data55.length > 40){
const err159 = {instancePath:instancePath+"/status/quarantine/" + i3+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(!pattern12.test(data55)){
const err160 = {instancePath:instancePath+"/status/quarantine/" + i3+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err161 = {instancePath:instancePath+"/status/quarantine/" + i3+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data48.evidence !== undefined){
let data56 = data48.evidence;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.cause === undefined){
const err162 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "cause"},message:"must have required property '"+"cause"+"'"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data56.message === undefined){
const err163 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data56.time === undefined){
const err164 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
for(const key13 in data56){
if(!(((((key13 === "cause") || (key13 === "message")) || (key13 === "operationID")) || (key13 === "time")) || (key13 === "lastLines"))){
const err165 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data56.cause !== undefined){
let data57 = data56.cause;
if(typeof data57 === "string"){
if(data57.length > 64){
const err166 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data56.message !== undefined){
let data58 = data56.message;
if(typeof data58 === "string"){
if(data58.length > 2048){
const err168 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data56.operationID !== undefined){
let data59 = data56.operationID;
if(typeof data59 === "string"){
if(data59.length > 63){
const err170 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(!pattern15.test(data59)){
const err171 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
else {
const err172 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data56.time !== undefined){
let data60 = data56.time;
if(typeof data60 === "string"){
if(data60.length > 40){
const err173 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(!pattern12.test(data60)){
const err174 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data56.lastLines !== undefined){
let data61 = data56.lastLines;
if(Array.isArray(data61)){
if(data61.length > 50){
const err176 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
const len4 = data61.length;
for(let i4=0; i4<len4; i4++){
let data62 = data61[i4];
if(typeof data62 === "string"){
if(data62.length > 512){
const err177 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/lastLines/" + i4,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/lastLines/" + i4,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/status/quarantine/" + i3+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/status/quarantine/" + i3,schemaPath:"#/properties/status/properties/quarantine/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data19.blockedBy !== undefined){
let data63 = data19.blockedBy;
if(Array.isArray(data63)){
if(data63.length > 32){
const err183 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
const len5 = data63.length;
for(let i5=0; i5<len5; i5++){
let data64 = data63[i5];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.code === undefined){
const err184 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data64.message === undefined){
const err185 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data64.since === undefined){
const err186 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data64.owner === undefined){
const err187 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data64.nextCheckTime === undefined){
const err188 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "nextCheckTime"},message:"must have required property '"+"nextCheckTime"+"'"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key14 in data64){
if(!((((((key14 === "code") || (key14 === "message")) || (key14 === "node")) || (key14 === "since")) || (key14 === "owner")) || (key14 === "nextCheckTime"))){
const err189 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data64.code !== undefined){
let data65 = data64.code;
if(typeof data65 === "string"){
if(data65.length > 64){
const err190 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(!pattern20.test(data65)){
const err191 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data64.message !== undefined){
let data66 = data64.message;
if(typeof data66 === "string"){
if(data66.length > 2048){
const err193 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data64.node !== undefined){
let data67 = data64.node;
if(typeof data67 === "string"){
if(data67.length > 253){
const err195 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data67.length < 1){
const err196 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data64.since !== undefined){
let data68 = data64.since;
if(typeof data68 === "string"){
if(data68.length > 40){
const err198 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!pattern12.test(data68)){
const err199 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data64.owner !== undefined){
let data69 = data64.owner;
if(typeof data69 !== "string"){
const err201 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(!(((((data69 === "operator") || (data69 === "agent")) || (data69 === "user")) || (data69 === "workload")) || (data69 === "cluster"))){
const err202 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.blockedBy.items.properties.owner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data64.nextCheckTime !== undefined){
let data70 = data64.nextCheckTime;
if(typeof data70 === "string"){
if(data70.length > 40){
const err203 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(!pattern12.test(data70)){
const err204 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/status/blockedBy/" + i5+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
else {
const err206 = {instancePath:instancePath+"/status/blockedBy/" + i5,schemaPath:"#/properties/status/properties/blockedBy/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

