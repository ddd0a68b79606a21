// Generated from crds/rollout.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"Rollout"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["generation","os","targets","targetHash"],"properties":{"generation":{"type":"integer","minimum":0,"maximum":9007199254740991},"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"targets":{"type":"array","items":{"type":"object","required":["pool","image"],"properties":{"pool":{"type":"string","minLength":1,"maxLength":63},"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"configHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"minItems":1,"maxItems":64},"layers":{"type":"array","items":{"type":"object","required":["name","priority"],"properties":{"name":{"type":"string","maxLength":270},"priority":{"type":"integer","minimum":-1,"maximum":1000},"nodeSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"config":{"type":"object"},"remove":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":64}},"additionalProperties":false},"maxItems":128},"targetHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"rollbackOf":{"type":"object","required":["rollout","to","reason"],"properties":{"rollout":{"type":"string","minLength":1,"maxLength":253},"to":{"type":"string","minLength":1,"maxLength":253},"retry":{"type":"string","maxLength":16},"reason":{"type":"string","maxLength":1024}},"additionalProperties":false},"requestedBy":{"type":"string","maxLength":253},"paused":{"type":"boolean"},"cancelled":{"type":"boolean"},"approval":{"type":"object","required":["hash","by"],"properties":{"hash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"stageApprovals":{"type":"array","items":{"type":"object","required":["stage","nodes","by"],"properties":{"stage":{"type":"integer","minimum":1,"maximum":8},"nodes":{"type":"string","maxLength":16},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"maxItems":8},"retry":{"type":"object","required":["id","by"],"properties":{"id":{"type":"string","pattern":"^[0-9a-f]{1,16}$","maxLength":16},"nodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"skipNodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000},"forceNodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"phase":{"type":"string","enum":["Pending","Preparing","Progressing","Paused","Halted","Completed","Superseded","Cancelled"]},"progress":{"type":"string","maxLength":32},"node":{"type":"string","maxLength":253},"reason":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"counts":{"type":"object","required":["total","done","prepared","failed"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"done":{"type":"integer","minimum":0,"maximum":1000000},"prepared":{"type":"integer","minimum":0,"maximum":1000000},"failed":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"preview":{"type":"object","required":["hash","nodes","order","seconds"],"properties":{"hash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"nodes":{"type":"integer","minimum":0,"maximum":1000000},"disruption":{"type":"object","required":["none","serviceRestart","reboot"],"properties":{"none":{"type":"integer","minimum":0,"maximum":1000000},"serviceRestart":{"type":"integer","minimum":0,"maximum":1000000},"reboot":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"order":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64},"seconds":{"type":"integer","minimum":0,"maximum":1000000000},"opens":{"type":"string","maxLength":512},"forecast":{"type":"object","required":["time","nodes","pods","obstacles"],"properties":{"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"nodes":{"type":"integer","minimum":0,"maximum":1000000},"pods":{"type":"integer","minimum":0,"maximum":10000000},"obstacles":{"type":"array","items":{"type":"object","required":["node","code","message"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"code":{"type":"string","enum":["BUDGET","TWO_BUDGETS","WAITS","NO_ROOM","NOT_REPLACED","SCRATCH_LOST"]},"message":{"type":"string","maxLength":512}},"additionalProperties":false},"maxItems":64},"more":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false}},"additionalProperties":false},"stage":{"type":"object","required":["number","of","state"],"properties":{"number":{"type":"integer","minimum":1,"maximum":9},"of":{"type":"integer","minimum":0,"maximum":8},"state":{"type":"string","enum":["Open","Soaking","AwaitingApproval"]},"nodes":{"type":"string","maxLength":16}},"additionalProperties":false},"startTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"completionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"estimatedCompletionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"evidence":{"type":"object","required":["cause","message","time"],"properties":{"cause":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"lastLines":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":50}},"additionalProperties":false},"failures":{"type":"array","items":{"type":"object","required":["node","reason","message"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"reason":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048}},"additionalProperties":false},"maxItems":32},"retried":{"type":"object","required":["id","by","time","cleared","done"],"properties":{"id":{"type":"string","maxLength":16},"by":{"type":"string","maxLength":253},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"cleared":{"type":"array","items":{"type":"string","maxLength":1024},"maxItems":64},"done":{"type":"boolean"}},"additionalProperties":false},"blockedBy":{"type":"array","items":{"type":"object","required":["code","message","since","owner","nextCheckTime"],"properties":{"code":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":64},"message":{"type":"string","maxLength":2048},"node":{"type":"string","minLength":1,"maxLength":253},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"owner":{"type":"string","enum":["operator","agent","user","workload","cluster"]},"nextCheckTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern9 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern11 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern16 = new RegExp("^[0-9a-f]{1,16}$", "u");
const pattern17 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern18 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
const pattern24 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern27 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");

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
if("Rollout" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Rollout"},message:"must be equal to constant"};
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
if(data4.generation === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "generation"},message:"must have required property '"+"generation"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4.os === undefined){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "os"},message:"must have required property '"+"os"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.targets === undefined){
const err16 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "targets"},message:"must have required property '"+"targets"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4.targetHash === undefined){
const err17 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "targetHash"},message:"must have required property '"+"targetHash"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 in data4){
if(!(func1.call(schema31.properties.spec.properties, key1))){
const err18 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.generation !== undefined){
let data5 = data4.generation;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err19 = {instancePath:instancePath+"/spec/generation",schemaPath:"#/properties/spec/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
const err20 = {instancePath:instancePath+"/spec/generation",schemaPath:"#/properties/spec/properties/generation/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err21 = {instancePath:instancePath+"/spec/generation",schemaPath:"#/properties/spec/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data4.os !== undefined){
let data6 = data4.os;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.image === undefined){
const err22 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data6){
if(!((key2 === "image") || (key2 === "digest"))){
const err23 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data6.image !== undefined){
let data7 = data6.image;
if(typeof data7 === "string"){
if(data7.length > 512){
const err24 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern4.test(data7)){
const err25 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
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
const err26 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data6.digest !== undefined){
let data8 = data6.digest;
if(typeof data8 === "string"){
if(data8.length > 71){
const err27 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern5.test(data8)){
const err28 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data4.targets !== undefined){
let data9 = data4.targets;
if(Array.isArray(data9)){
if(data9.length > 64){
const err31 = {instancePath:instancePath+"/spec/targets",schemaPath:"#/properties/spec/properties/targets/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data9.length < 1){
const err32 = {instancePath:instancePath+"/spec/targets",schemaPath:"#/properties/spec/properties/targets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.pool === undefined){
const err33 = {instancePath:instancePath+"/spec/targets/" + i0,schemaPath:"#/properties/spec/properties/targets/items/required",keyword:"required",params:{missingProperty: "pool"},message:"must have required property '"+"pool"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data10.image === undefined){
const err34 = {instancePath:instancePath+"/spec/targets/" + i0,schemaPath:"#/properties/spec/properties/targets/items/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key3 in data10){
if(!((((key3 === "pool") || (key3 === "image")) || (key3 === "digest")) || (key3 === "configHash"))){
const err35 = {instancePath:instancePath+"/spec/targets/" + i0,schemaPath:"#/properties/spec/properties/targets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data10.pool !== undefined){
let data11 = data10.pool;
if(typeof data11 === "string"){
if(data11.length > 63){
const err36 = {instancePath:instancePath+"/spec/targets/" + i0+"/pool",schemaPath:"#/properties/spec/properties/targets/items/properties/pool/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data11.length < 1){
const err37 = {instancePath:instancePath+"/spec/targets/" + i0+"/pool",schemaPath:"#/properties/spec/properties/targets/items/properties/pool/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/targets/" + i0+"/pool",schemaPath:"#/properties/spec/properties/targets/items/properties/pool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data10.image !== undefined){
let data12 = data10.image;
if(typeof data12 === "string"){
if(data12.length > 512){
const err39 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern4.test(data12)){
const err40 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data10.digest !== undefined){
let data13 = data10.digest;
if(typeof data13 === "string"){
if(data13.length > 71){
const err42 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern5.test(data13)){
const err43 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
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
const err44 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data10.configHash !== undefined){
let data14 = data10.configHash;
if(typeof data14 === "string"){
if(data14.length > 71){
const err45 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern5.test(data14)){
const err46 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err48 = {instancePath:instancePath+"/spec/targets/" + i0,schemaPath:"#/properties/spec/properties/targets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/spec/targets",schemaPath:"#/properties/spec/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data4.layers !== undefined){
let data15 = data4.layers;
if(Array.isArray(data15)){
if(data15.length > 128){
const err50 = {instancePath:instancePath+"/spec/layers",schemaPath:"#/properties/spec/properties/layers/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.name === undefined){
const err51 = {instancePath:instancePath+"/spec/layers/" + i1,schemaPath:"#/properties/spec/properties/layers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data16.priority === undefined){
const err52 = {instancePath:instancePath+"/spec/layers/" + i1,schemaPath:"#/properties/spec/properties/layers/items/required",keyword:"required",params:{missingProperty: "priority"},message:"must have required property '"+"priority"+"'"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
for(const key4 in data16){
if(!(((((key4 === "name") || (key4 === "priority")) || (key4 === "nodeSelector")) || (key4 === "config")) || (key4 === "remove"))){
const err53 = {instancePath:instancePath+"/spec/layers/" + i1,schemaPath:"#/properties/spec/properties/layers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data16.name !== undefined){
let data17 = data16.name;
if(typeof data17 === "string"){
if(data17.length > 270){
const err54 = {instancePath:instancePath+"/spec/layers/" + i1+"/name",schemaPath:"#/properties/spec/properties/layers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 270},message:"must NOT have more than 270 characters"};
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
const err55 = {instancePath:instancePath+"/spec/layers/" + i1+"/name",schemaPath:"#/properties/spec/properties/layers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data16.priority !== undefined){
let data18 = data16.priority;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err56 = {instancePath:instancePath+"/spec/layers/" + i1+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1000 || isNaN(data18)){
const err57 = {instancePath:instancePath+"/spec/layers/" + i1+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data18 < -1 || isNaN(data18)){
const err58 = {instancePath:instancePath+"/spec/layers/" + i1+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data16.nodeSelector !== undefined){
let data19 = data16.nodeSelector;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key5 in data19){
if(!((key5 === "matchLabels") || (key5 === "matchExpressions"))){
const err59 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data19.matchLabels !== undefined){
let data20 = data19.matchLabels;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length > 16){
const err60 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key6 in data20){
if(!(pattern9.test(key6))){
const err61 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
for(const key7 in data20){
if(pattern9.test(key7)){
let data21 = data20[key7];
if(typeof data21 === "string"){
if(data21.length > 63){
const err62 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!pattern11.test(data21)){
const err63 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
else {
const err65 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data19.matchExpressions !== undefined){
let data22 = data19.matchExpressions;
if(Array.isArray(data22)){
if(data22.length > 16){
const err66 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
let data23 = data22[i2];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.key === undefined){
const err67 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data23.operator === undefined){
const err68 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key8 in data23){
if(!(((key8 === "key") || (key8 === "operator")) || (key8 === "values"))){
const err69 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data23.key !== undefined){
let data24 = data23.key;
if(typeof data24 === "string"){
if(data24.length > 317){
const err70 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!pattern9.test(data24)){
const err71 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data23.operator !== undefined){
let data25 = data23.operator;
if(typeof data25 !== "string"){
const err73 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!((((data25 === "In") || (data25 === "NotIn")) || (data25 === "Exists")) || (data25 === "DoesNotExist"))){
const err74 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.layers.items.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data23.values !== undefined){
let data26 = data23.values;
if(Array.isArray(data26)){
if(data26.length > 32){
const err75 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/values",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
let data27 = data26[i3];
if(typeof data27 === "string"){
if(data27.length > 63){
const err76 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!pattern11.test(data27)){
const err77 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2+"/values",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err80 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err81 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err82 = {instancePath:instancePath+"/spec/layers/" + i1+"/nodeSelector",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data16.config !== undefined){
let data28 = data16.config;
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err83 = {instancePath:instancePath+"/spec/layers/" + i1+"/config",schemaPath:"#/properties/spec/properties/layers/items/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data16.remove !== undefined){
let data29 = data16.remove;
if(Array.isArray(data29)){
if(data29.length > 64){
const err84 = {instancePath:instancePath+"/spec/layers/" + i1+"/remove",schemaPath:"#/properties/spec/properties/layers/items/properties/remove/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if(typeof data30 === "string"){
if(data30.length > 512){
const err85 = {instancePath:instancePath+"/spec/layers/" + i1+"/remove/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/remove/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
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
const err86 = {instancePath:instancePath+"/spec/layers/" + i1+"/remove/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/spec/layers/" + i1+"/remove",schemaPath:"#/properties/spec/properties/layers/items/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/spec/layers/" + i1,schemaPath:"#/properties/spec/properties/layers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err89 = {instancePath:instancePath+"/spec/layers",schemaPath:"#/properties/spec/properties/layers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data4.targetHash !== undefined){
let data31 = data4.targetHash;
if(typeof data31 === "string"){
if(data31.length > 71){
const err90 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!pattern5.test(data31)){
const err91 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data4.rollbackOf !== undefined){
let data32 = data4.rollbackOf;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.rollout === undefined){
const err93 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "rollout"},message:"must have required property '"+"rollout"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data32.to === undefined){
const err94 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data32.reason === undefined){
const err95 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
for(const key9 in data32){
if(!((((key9 === "rollout") || (key9 === "to")) || (key9 === "retry")) || (key9 === "reason"))){
const err96 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data32.rollout !== undefined){
let data33 = data32.rollout;
if(typeof data33 === "string"){
if(data33.length > 253){
const err97 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data33.length < 1){
const err98 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data32.to !== undefined){
let data34 = data32.to;
if(typeof data34 === "string"){
if(data34.length > 253){
const err100 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data34.length < 1){
const err101 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data32.retry !== undefined){
let data35 = data32.retry;
if(typeof data35 === "string"){
if(data35.length > 16){
const err103 = {instancePath:instancePath+"/spec/rollbackOf/retry",schemaPath:"#/properties/spec/properties/rollbackOf/properties/retry/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/spec/rollbackOf/retry",schemaPath:"#/properties/spec/properties/rollbackOf/properties/retry/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data32.reason !== undefined){
let data36 = data32.reason;
if(typeof data36 === "string"){
if(data36.length > 1024){
const err105 = {instancePath:instancePath+"/spec/rollbackOf/reason",schemaPath:"#/properties/spec/properties/rollbackOf/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/spec/rollbackOf/reason",schemaPath:"#/properties/spec/properties/rollbackOf/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data4.requestedBy !== undefined){
let data37 = data4.requestedBy;
if(typeof data37 === "string"){
if(data37.length > 253){
const err108 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data4.paused !== undefined){
if(typeof data4.paused !== "boolean"){
const err110 = {instancePath:instancePath+"/spec/paused",schemaPath:"#/properties/spec/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data4.cancelled !== undefined){
if(typeof data4.cancelled !== "boolean"){
const err111 = {instancePath:instancePath+"/spec/cancelled",schemaPath:"#/properties/spec/properties/cancelled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data4.approval !== undefined){
let data40 = data4.approval;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.hash === undefined){
const err112 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data40.by === undefined){
const err113 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
for(const key10 in data40){
if(!((key10 === "hash") || (key10 === "by"))){
const err114 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data40.hash !== undefined){
let data41 = data40.hash;
if(typeof data41 === "string"){
if(data41.length > 71){
const err115 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!pattern5.test(data41)){
const err116 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data40.by !== undefined){
let data42 = data40.by;
if(typeof data42 === "string"){
if(data42.length > 253){
const err118 = {instancePath:instancePath+"/spec/approval/by",schemaPath:"#/properties/spec/properties/approval/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/spec/approval/by",schemaPath:"#/properties/spec/properties/approval/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err120 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data4.stageApprovals !== undefined){
let data43 = data4.stageApprovals;
if(Array.isArray(data43)){
if(data43.length > 8){
const err121 = {instancePath:instancePath+"/spec/stageApprovals",schemaPath:"#/properties/spec/properties/stageApprovals/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
const len5 = data43.length;
for(let i5=0; i5<len5; i5++){
let data44 = data43[i5];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.stage === undefined){
const err122 = {instancePath:instancePath+"/spec/stageApprovals/" + i5,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "stage"},message:"must have required property '"+"stage"+"'"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data44.nodes === undefined){
const err123 = {instancePath:instancePath+"/spec/stageApprovals/" + i5,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data44.by === undefined){
const err124 = {instancePath:instancePath+"/spec/stageApprovals/" + i5,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
for(const key11 in data44){
if(!(((key11 === "stage") || (key11 === "nodes")) || (key11 === "by"))){
const err125 = {instancePath:instancePath+"/spec/stageApprovals/" + i5,schemaPath:"#/properties/spec/properties/stageApprovals/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data44.stage !== undefined){
let data45 = data44.stage;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err126 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 8 || isNaN(data45)){
const err127 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data45 < 1 || isNaN(data45)){
const err128 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
if(data44.nodes !== undefined){
let data46 = data44.nodes;
if(typeof data46 === "string"){
if(data46.length > 16){
const err129 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/nodes",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/nodes/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/nodes",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/nodes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data44.by !== undefined){
let data47 = data44.by;
if(typeof data47 === "string"){
if(data47.length > 253){
const err131 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/by",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/spec/stageApprovals/" + i5+"/by",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err133 = {instancePath:instancePath+"/spec/stageApprovals/" + i5,schemaPath:"#/properties/spec/properties/stageApprovals/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
else {
const err134 = {instancePath:instancePath+"/spec/stageApprovals",schemaPath:"#/properties/spec/properties/stageApprovals/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data4.retry !== undefined){
let data48 = data4.retry;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.id === undefined){
const err135 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(data48.by === undefined){
const err136 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
for(const key12 in data48){
if(!(((key12 === "id") || (key12 === "nodes")) || (key12 === "by"))){
const err137 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data48.id !== undefined){
let data49 = data48.id;
if(typeof data49 === "string"){
if(data49.length > 16){
const err138 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!pattern16.test(data49)){
const err139 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,16}$"},message:"must match pattern \""+"^[0-9a-f]{1,16}$"+"\""};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data48.nodes !== undefined){
let data50 = data48.nodes;
if(Array.isArray(data50)){
if(data50.length > 1000){
const err141 = {instancePath:instancePath+"/spec/retry/nodes",schemaPath:"#/properties/spec/properties/retry/properties/nodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
const len6 = data50.length;
for(let i6=0; i6<len6; i6++){
let data51 = data50[i6];
if(typeof data51 === "string"){
if(data51.length > 253){
const err142 = {instancePath:instancePath+"/spec/retry/nodes/" + i6,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data51.length < 1){
const err143 = {instancePath:instancePath+"/spec/retry/nodes/" + i6,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/spec/retry/nodes/" + i6,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/spec/retry/nodes",schemaPath:"#/properties/spec/properties/retry/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data48.by !== undefined){
let data52 = data48.by;
if(typeof data52 === "string"){
if(data52.length > 253){
const err146 = {instancePath:instancePath+"/spec/retry/by",schemaPath:"#/properties/spec/properties/retry/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
else {
const err147 = {instancePath:instancePath+"/spec/retry/by",schemaPath:"#/properties/spec/properties/retry/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data4.skipNodes !== undefined){
let data53 = data4.skipNodes;
if(Array.isArray(data53)){
if(data53.length > 1000){
const err149 = {instancePath:instancePath+"/spec/skipNodes",schemaPath:"#/properties/spec/properties/skipNodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
const len7 = data53.length;
for(let i7=0; i7<len7; i7++){
let data54 = data53[i7];
if(typeof data54 === "string"){
if(data54.length > 253){
const err150 = {instancePath:instancePath+"/spec/skipNodes/" + i7,schemaPath:"#/properties/spec/properties/skipNodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data54.length < 1){
const err151 = {instancePath:instancePath+"/spec/skipNodes/" + i7,schemaPath:"#/properties/spec/properties/skipNodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/spec/skipNodes/" + i7,schemaPath:"#/properties/spec/properties/skipNodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err153 = {instancePath:instancePath+"/spec/skipNodes",schemaPath:"#/properties/spec/properties/skipNodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data4.forceNodes !== undefined){
let data55 = data4.forceNodes;
if(Array.isArray(data55)){
if(data55.length > 1000){
const err154 = {instancePath:instancePath+"/spec/forceNodes",schemaPath:"#/properties/spec/properties/forceNodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const len8 = data55.length;
for(let i8=0; i8<len8; i8++){
let data56 = data55[i8];
if(typeof data56 === "string"){
if(data56.length > 253){
const err155 = {instancePath:instancePath+"/spec/forceNodes/" + i8,schemaPath:"#/properties/spec/properties/forceNodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data56.length < 1){
const err156 = {instancePath:instancePath+"/spec/forceNodes/" + i8,schemaPath:"#/properties/spec/properties/forceNodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/spec/forceNodes/" + i8,schemaPath:"#/properties/spec/properties/forceNodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/spec/forceNodes",schemaPath:"#/properties/spec/properties/forceNodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data.status !== undefined){
let data57 = data.status;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key13 in data57){
if(!(func1.call(schema31.properties.status.properties, key13))){
const err160 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data57.observedGeneration !== undefined){
let data58 = data57.observedGeneration;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err161 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 9007199254740991 || isNaN(data58)){
const err162 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data58 < 0 || isNaN(data58)){
const err163 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
if(data57.conditions !== undefined){
let data59 = data57.conditions;
if(Array.isArray(data59)){
if(data59.length > 16){
const err164 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
const len9 = data59.length;
for(let i9=0; i9<len9; i9++){
let data60 = data59[i9];
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.type === undefined){
const err165 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data60.status === undefined){
const err166 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data60.lastTransitionTime === undefined){
const err167 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data60.reason === undefined){
const err168 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data60.message === undefined){
const err169 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
for(const key14 in data60){
if(!((((((key14 === "type") || (key14 === "status")) || (key14 === "observedGeneration")) || (key14 === "lastTransitionTime")) || (key14 === "reason")) || (key14 === "message"))){
const err170 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data60.type !== undefined){
let data61 = data60.type;
if(typeof data61 === "string"){
if(data61.length > 64){
const err171 = {instancePath:instancePath+"/status/conditions/" + i9+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data61.length < 1){
const err172 = {instancePath:instancePath+"/status/conditions/" + i9+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/status/conditions/" + i9+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data60.status !== undefined){
let data62 = data60.status;
if(typeof data62 !== "string"){
const err174 = {instancePath:instancePath+"/status/conditions/" + i9+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(!(((data62 === "True") || (data62 === "False")) || (data62 === "Unknown"))){
const err175 = {instancePath:instancePath+"/status/conditions/" + i9+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data60.observedGeneration !== undefined){
let data63 = data60.observedGeneration;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err176 = {instancePath:instancePath+"/status/conditions/" + i9+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 9007199254740991 || isNaN(data63)){
const err177 = {instancePath:instancePath+"/status/conditions/" + i9+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(data63 < 0 || isNaN(data63)){
const err178 = {instancePath:instancePath+"/status/conditions/" + i9+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data60.lastTransitionTime !== undefined){
let data64 = data60.lastTransitionTime;
if(typeof data64 === "string"){
if(data64.length > 40){
const err179 = {instancePath:instancePath+"/status/conditions/" + i9+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(!pattern17.test(data64)){
const err180 = {instancePath:instancePath+"/status/conditions/" + i9+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/status/conditions/" + i9+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data60.reason !== undefined){
let data65 = data60.reason;
if(typeof data65 === "string"){
if(data65.length > 64){
const err182 = {instancePath:instancePath+"/status/conditions/" + i9+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(!pattern18.test(data65)){
const err183 = {instancePath:instancePath+"/status/conditions/" + i9+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
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
const err184 = {instancePath:instancePath+"/status/conditions/" + i9+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data60.message !== undefined){
let data66 = data60.message;
if(typeof data66 === "string"){
if(data66.length > 4096){
const err185 = {instancePath:instancePath+"/status/conditions/" + i9+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
else {
const err186 = {instancePath:instancePath+"/status/conditions/" + i9+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
else {
const err187 = {instancePath:instancePath+"/status/conditions/" + i9,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data57.phase !== undefined){
let data67 = data57.phase;
if(typeof data67 !== "string"){
const err189 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!((((((((data67 === "Pending") || (data67 === "Preparing")) || (data67 === "Progressing")) || (data67 === "Paused")) || (data67 === "Halted")) || (data67 === "Completed")) || (data67 === "Superseded")) || (data67 === "Cancelled"))){
const err190 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.phase.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data57.progress !== undefined){
let data68 = data57.progress;
if(typeof data68 === "string"){
if(data68.length > 32){
const err191 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
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
const err192 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data57.node !== undefined){
let data69 = data57.node;
if(typeof data69 === "string"){
if(data69.length > 253){
const err193 = {instancePath:instancePath+"/status/node",schemaPath:"#/properties/status/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
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
const err194 = {instancePath:instancePath+"/status/node",schemaPath:"#/properties/status/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data57.reason !== undefined){
let data70 = data57.reason;
if(typeof data70 === "string"){
if(data70.length > 64){
const err195 = {instancePath:instancePath+"/status/reason",schemaPath:"#/properties/status/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
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
const err196 = {instancePath:instancePath+"/status/reason",schemaPath:"#/properties/status/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data57.message !== undefined){
let data71 = data57.message;
if(typeof data71 === "string"){
if(data71.length > 2048){
const err197 = {instancePath:instancePath+"/status/message",schemaPath:"#/properties/status/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/status/message",schemaPath:"#/properties/status/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data57.counts !== undefined){
let data72 = data57.counts;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.total === undefined){
const err199 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data72.done === undefined){
const err200 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "done"},message:"must have required property '"+"done"+"'"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data72.prepared === undefined){
const err201 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "prepared"},message:"must have required property '"+"prepared"+"'"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(data72.failed === undefined){
const err202 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
for(const key15 in data72){
if(!((((key15 === "total") || (key15 === "done")) || (key15 === "prepared")) || (key15 === "failed"))){
const err203 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data72.total !== undefined){
let data73 = data72.total;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
const err204 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 1000000 || isNaN(data73)){
const err205 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(data73 < 0 || isNaN(data73)){
const err206 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data72.done !== undefined){
let data74 = data72.done;
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
const err207 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 1000000 || isNaN(data74)){
const err208 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(data74 < 0 || isNaN(data74)){
const err209 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
if(data72.prepared !== undefined){
let data75 = data72.prepared;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
const err210 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 1000000 || isNaN(data75)){
const err211 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data75 < 0 || isNaN(data75)){
const err212 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data72.failed !== undefined){
let data76 = data72.failed;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err213 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 > 1000000 || isNaN(data76)){
const err214 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(data76 < 0 || isNaN(data76)){
const err215 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
}
else {
const err216 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data57.preview !== undefined){
let data77 = data57.preview;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.hash === undefined){
const err217 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data77.nodes === undefined){
const err218 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data77.order === undefined){
const err219 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "order"},message:"must have required property '"+"order"+"'"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data77.seconds === undefined){
const err220 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "seconds"},message:"must have required property '"+"seconds"+"'"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
for(const key16 in data77){
if(!(((((((key16 === "hash") || (key16 === "nodes")) || (key16 === "disruption")) || (key16 === "order")) || (key16 === "seconds")) || (key16 === "opens")) || (key16 === "forecast"))){
const err221 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data77.hash !== undefined){
let data78 = data77.hash;
if(typeof data78 === "string"){
if(data78.length > 71){
const err222 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(!pattern5.test(data78)){
const err223 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data77.nodes !== undefined){
let data79 = data77.nodes;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
const err225 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 1000000 || isNaN(data79)){
const err226 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data79 < 0 || isNaN(data79)){
const err227 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
if(data77.disruption !== undefined){
let data80 = data77.disruption;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.none === undefined){
const err228 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "none"},message:"must have required property '"+"none"+"'"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data80.serviceRestart === undefined){
const err229 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "serviceRestart"},message:"must have required property '"+"serviceRestart"+"'"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data80.reboot === undefined){
const err230 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "reboot"},message:"must have required property '"+"reboot"+"'"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
for(const key17 in data80){
if(!(((key17 === "none") || (key17 === "serviceRestart")) || (key17 === "reboot"))){
const err231 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data80.none !== undefined){
let data81 = data80.none;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
const err232 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 1000000 || isNaN(data81)){
const err233 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data81 < 0 || isNaN(data81)){
const err234 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
}
if(data80.serviceRestart !== undefined){
let data82 = data80.serviceRestart;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err235 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 1000000 || isNaN(data82)){
const err236 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(data82 < 0 || isNaN(data82)){
const err237 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
}
if(data80.reboot !== undefined){
let data83 = data80.reboot;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err238 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 1000000 || isNaN(data83)){
const err239 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(data83 < 0 || isNaN(data83)){
const err240 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
}
}
else {
const err241 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data77.order !== undefined){
let data84 = data77.order;
if(Array.isArray(data84)){
if(data84.length > 64){
const err242 = {instancePath:instancePath+"/status/preview/order",schemaPath:"#/properties/status/properties/preview/properties/order/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
const len10 = data84.length;
for(let i10=0; i10<len10; i10++){
let data85 = data84[i10];
if(typeof data85 === "string"){
if(data85.length > 253){
const err243 = {instancePath:instancePath+"/status/preview/order/" + i10,schemaPath:"#/properties/status/properties/preview/properties/order/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(data85.length < 1){
const err244 = {instancePath:instancePath+"/status/preview/order/" + i10,schemaPath:"#/properties/status/properties/preview/properties/order/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/status/preview/order/" + i10,schemaPath:"#/properties/status/properties/preview/properties/order/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err246 = {instancePath:instancePath+"/status/preview/order",schemaPath:"#/properties/status/properties/preview/properties/order/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data77.seconds !== undefined){
let data86 = data77.seconds;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
const err247 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 > 1000000000 || isNaN(data86)){
const err248 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(data86 < 0 || isNaN(data86)){
const err249 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
}
if(data77.opens !== undefined){
let data87 = data77.opens;
if(typeof data87 === "string"){
if(data87.length > 512){
const err250 = {instancePath:instancePath+"/status/preview/opens",schemaPath:"#/properties/status/properties/preview/properties/opens/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/status/preview/opens",schemaPath:"#/properties/status/properties/preview/properties/opens/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data77.forecast !== undefined){
let data88 = data77.forecast;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(data88.time === undefined){
const err252 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data88.nodes === undefined){
const err253 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(data88.pods === undefined){
const err254 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "pods"},message:"must have required property '"+"pods"+"'"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(data88.obstacles === undefined){
const err255 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "obstacles"},message:"must have required property '"+"obstacles"+"'"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
for(const key18 in data88){
if(!(((((key18 === "time") || (key18 === "nodes")) || (key18 === "pods")) || (key18 === "obstacles")) || (key18 === "more"))){
const err256 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data88.time !== undefined){
let data89 = data88.time;
if(typeof data89 === "string"){
if(data89.length > 40){
const err257 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
if(!pattern17.test(data89)){
const err258 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err259 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data88.nodes !== undefined){
let data90 = data88.nodes;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err260 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 1000000 || isNaN(data90)){
const err261 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data90 < 0 || isNaN(data90)){
const err262 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
}
if(data88.pods !== undefined){
let data91 = data88.pods;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
const err263 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 10000000 || isNaN(data91)){
const err264 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(data91 < 0 || isNaN(data91)){
const err265 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
if(data88.obstacles !== undefined){
let data92 = data88.obstacles;
if(Array.isArray(data92)){
if(data92.length > 64){
const err266 = {instancePath:instancePath+"/status/preview/forecast/obstacles",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
const len11 = data92.length;
for(let i11=0; i11<len11; i11++){
let data93 = data92[i11];
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.node === undefined){
const err267 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data93.code === undefined){
const err268 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(data93.message === undefined){
const err269 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
for(const key19 in data93){
if(!(((key19 === "node") || (key19 === "code")) || (key19 === "message"))){
const err270 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data93.node !== undefined){
let data94 = data93.node;
if(typeof data94 === "string"){
if(data94.length > 253){
const err271 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(data94.length < 1){
const err272 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
else {
const err273 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
if(data93.code !== undefined){
let data95 = data93.code;
if(typeof data95 !== "string"){
const err274 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/code",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(!((((((data95 === "BUDGET") || (data95 === "TWO_BUDGETS")) || (data95 === "WAITS")) || (data95 === "NO_ROOM")) || (data95 === "NOT_REPLACED")) || (data95 === "SCRATCH_LOST"))){
const err275 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/code",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/code/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.preview.properties.forecast.properties.obstacles.items.properties.code.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data93.message !== undefined){
let data96 = data93.message;
if(typeof data96 === "string"){
if(data96.length > 512){
const err276 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/message",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
else {
const err277 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11+"/message",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
}
else {
const err278 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i11,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
else {
const err279 = {instancePath:instancePath+"/status/preview/forecast/obstacles",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
if(data88.more !== undefined){
let data97 = data88.more;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
const err280 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 1000000 || isNaN(data97)){
const err281 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(data97 < 0 || isNaN(data97)){
const err282 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
}
else {
const err283 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
}
else {
const err284 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data57.stage !== undefined){
let data98 = data57.stage;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.number === undefined){
const err285 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(data98.of === undefined){
const err286 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "of"},message:"must have required property '"+"of"+"'"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(data98.state === undefined){
const err287 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
for(const key20 in data98){
if(!((((key20 === "number") || (key20 === "of")) || (key20 === "state")) || (key20 === "nodes"))){
const err288 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
if(data98.number !== undefined){
let data99 = data98.number;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err289 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 9 || isNaN(data99)){
const err290 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9},message:"must be <= 9"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(data99 < 1 || isNaN(data99)){
const err291 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
}
if(data98.of !== undefined){
let data100 = data98.of;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
const err292 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 8 || isNaN(data100)){
const err293 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(data100 < 0 || isNaN(data100)){
const err294 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
}
if(data98.state !== undefined){
let data101 = data98.state;
if(typeof data101 !== "string"){
const err295 = {instancePath:instancePath+"/status/stage/state",schemaPath:"#/properties/status/properties/stage/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(!(((data101 === "Open") || (data101 === "Soaking")) || (data101 === "AwaitingApproval"))){
const err296 = {instancePath:instancePath+"/status/stage/state",schemaPath:"#/properties/status/properties/stage/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.stage.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data98.nodes !== undefined){
let data102 = data98.nodes;
if(typeof data102 === "string"){
if(data102.length > 16){
const err297 = {instancePath:instancePath+"/status/stage/nodes",schemaPath:"#/properties/status/properties/stage/properties/nodes/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
else {
const err298 = {instancePath:instancePath+"/status/stage/nodes",schemaPath:"#/properties/status/properties/stage/properties/nodes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
else {
const err299 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data57.startTime !== undefined){
let data103 = data57.startTime;
if(typeof data103 === "string"){
if(data103.length > 40){
const err300 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
if(!pattern17.test(data103)){
const err301 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
else {
const err302 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data57.completionTime !== undefined){
let data104 = data57.completionTime;
if(typeof data104 === "string"){
if(data104.length > 40){
const err303 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(!pattern17.test(data104)){
const err304 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
else {
const err305 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data57.estimatedCompletionTime !== undefined){
let data105 = data57.estimatedCompletionTime;
if(typeof data105 === "string"){
if(data105.length > 40){
const err306 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(!pattern17.test(data105)){
const err307 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
else {
const err308 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data57.evidence !== undefined){
let data106 = data57.evidence;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.cause === undefined){
const err309 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "cause"},message:"must have required property '"+"cause"+"'"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
if(data106.message === undefined){
const err310 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(data106.time === undefined){
const err311 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
for(const key21 in data106){
if(!(((((key21 === "cause") || (key21 === "message")) || (key21 === "operationID")) || (key21 === "time")) || (key21 === "lastLines"))){
const err312 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
if(data106.cause !== undefined){
let data107 = data106.cause;
if(typeof data107 === "string"){
if(data107.length > 64){
const err313 = {instancePath:instancePath+"/status/evidence/cause",schemaPath:"#/properties/status/properties/evidence/properties/cause/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/status/evidence/cause",schemaPath:"#/properties/status/properties/evidence/properties/cause/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data106.message !== undefined){
let data108 = data106.message;
if(typeof data108 === "string"){
if(data108.length > 2048){
const err315 = {instancePath:instancePath+"/status/evidence/message",schemaPath:"#/properties/status/properties/evidence/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
else {
const err316 = {instancePath:instancePath+"/status/evidence/message",schemaPath:"#/properties/status/properties/evidence/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
if(data106.operationID !== undefined){
let data109 = data106.operationID;
if(typeof data109 === "string"){
if(data109.length > 63){
const err317 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(!pattern24.test(data109)){
const err318 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
else {
const err319 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
if(data106.time !== undefined){
let data110 = data106.time;
if(typeof data110 === "string"){
if(data110.length > 40){
const err320 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
if(!pattern17.test(data110)){
const err321 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
else {
const err322 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data106.lastLines !== undefined){
let data111 = data106.lastLines;
if(Array.isArray(data111)){
if(data111.length > 50){
const err323 = {instancePath:instancePath+"/status/evidence/lastLines",schemaPath:"#/properties/status/properties/evidence/properties/lastLines/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
const len12 = data111.length;
for(let i12=0; i12<len12; i12++){
let data112 = data111[i12];
if(typeof data112 === "string"){
if(data112.length > 512){
const err324 = {instancePath:instancePath+"/status/evidence/lastLines/" + i12,schemaPath:"#/properties/status/properties/evidence/properties/lastLines/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
else {
const err325 = {instancePath:instancePath+"/status/evidence/lastLines/" + i12,schemaPath:"#/properties/status/properties/evidence/properties/lastLines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
}
else {
const err326 = {instancePath:instancePath+"/status/evidence/lastLines",schemaPath:"#/properties/status/properties/evidence/properties/lastLines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
}
else {
const err327 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
if(data57.failures !== undefined){
let data113 = data57.failures;
if(Array.isArray(data113)){
if(data113.length > 32){
const err328 = {instancePath:instancePath+"/status/failures",schemaPath:"#/properties/status/properties/failures/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
const len13 = data113.length;
for(let i13=0; i13<len13; i13++){
let data114 = data113[i13];
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
if(data114.node === undefined){
const err329 = {instancePath:instancePath+"/status/failures/" + i13,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(data114.reason === undefined){
const err330 = {instancePath:instancePath+"/status/failures/" + i13,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if(data114.message === undefined){
const err331 = {instancePath:instancePath+"/status/failures/" + i13,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
for(const key22 in data114){
if(!(((key22 === "node") || (key22 === "reason")) || (key22 === "message"))){
const err332 = {instancePath:instancePath+"/status/failures/" + i13,schemaPath:"#/properties/status/properties/failures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data114.node !== undefined){
let data115 = data114.node;
if(typeof data115 === "string"){
if(data115.length > 253){
const err333 = {instancePath:instancePath+"/status/failures/" + i13+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(data115.length < 1){
const err334 = {instancePath:instancePath+"/status/failures/" + i13+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/status/failures/" + i13+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data114.reason !== undefined){
let data116 = data114.reason;
if(typeof data116 === "string"){
if(data116.length > 64){
const err336 = {instancePath:instancePath+"/status/failures/" + i13+"/reason",schemaPath:"#/properties/status/properties/failures/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
else {
const err337 = {instancePath:instancePath+"/status/failures/" + i13+"/reason",schemaPath:"#/properties/status/properties/failures/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data114.message !== undefined){
let data117 = data114.message;
if(typeof data117 === "string"){
if(data117.length > 2048){
const err338 = {instancePath:instancePath+"/status/failures/" + i13+"/message",schemaPath:"#/properties/status/properties/failures/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/status/failures/" + i13+"/message",schemaPath:"#/properties/status/properties/failures/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
}
else {
const err340 = {instancePath:instancePath+"/status/failures/" + i13,schemaPath:"#/properties/status/properties/failures/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
}
else {
const err341 = {instancePath:instancePath+"/status/failures",schemaPath:"#/properties/status/properties/failures/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data57.retried !== undefined){
let data118 = data57.retried;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.id === undefined){
const err342 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(data118.by === undefined){
const err343 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(data118.time === undefined){
const err344 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if(data118.cleared === undefined){
const err345 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "cleared"},message:"must have required property '"+"cleared"+"'"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
if(data118.done === undefined){
const err346 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "done"},message:"must have required property '"+"done"+"'"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
for(const key23 in data118){
if(!(((((key23 === "id") || (key23 === "by")) || (key23 === "time")) || (key23 === "cleared")) || (key23 === "done"))){
const err347 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data118.id !== undefined){
let data119 = data118.id;
if(typeof data119 === "string"){
if(data119.length > 16){
const err348 = {instancePath:instancePath+"/status/retried/id",schemaPath:"#/properties/status/properties/retried/properties/id/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
else {
const err349 = {instancePath:instancePath+"/status/retried/id",schemaPath:"#/properties/status/properties/retried/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data118.by !== undefined){
let data120 = data118.by;
if(typeof data120 === "string"){
if(data120.length > 253){
const err350 = {instancePath:instancePath+"/status/retried/by",schemaPath:"#/properties/status/properties/retried/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
else {
const err351 = {instancePath:instancePath+"/status/retried/by",schemaPath:"#/properties/status/properties/retried/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
if(data118.time !== undefined){
let data121 = data118.time;
if(typeof data121 === "string"){
if(data121.length > 40){
const err352 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
if(!pattern17.test(data121)){
const err353 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
else {
const err354 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
if(data118.cleared !== undefined){
let data122 = data118.cleared;
if(Array.isArray(data122)){
if(data122.length > 64){
const err355 = {instancePath:instancePath+"/status/retried/cleared",schemaPath:"#/properties/status/properties/retried/properties/cleared/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
const len14 = data122.length;
for(let i14=0; i14<len14; i14++){
let data123 = data122[i14];
if(typeof data123 === "string"){
if(data123.length > 1024){
const err356 = {instancePath:instancePath+"/status/retried/cleared/" + i14,schemaPath:"#/properties/status/properties/retried/properties/cleared/items/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
else {
const err357 = {instancePath:instancePath+"/status/retried/cleared/" + i14,schemaPath:"#/properties/status/properties/retried/properties/cleared/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
}
else {
const err358 = {instancePath:instancePath+"/status/retried/cleared",schemaPath:"#/properties/status/properties/retried/properties/cleared/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
if(data118.done !== undefined){
if(typeof data118.done !== "boolean"){
const err359 = {instancePath:instancePath+"/status/retried/done",schemaPath:"#/properties/status/properties/retried/properties/done/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
}
else {
const err360 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data57.blockedBy !== undefined){
let data125 = data57.blockedBy;
if(Array.isArray(data125)){
if(data125.length > 32){
const err361 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
const len15 = data125.length;
for(let i15=0; i15<len15; i15++){
let data126 = data125[i15];
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
if(data126.code === undefined){
const err362 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
if(data126.message === undefined){
const err363 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(data126.since === undefined){
const err364 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
if(data126.owner === undefined){
const err365 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
if(data126.nextCheckTime === undefined){
const err366 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "nextCheckTime"},message:"must have required property '"+"nextCheckTime"+"'"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
for(const key24 in data126){
if(!((((((key24 === "code") || (key24 === "message")) || (key24 === "node")) || (key24 === "since")) || (key24 === "owner")) || (key24 === "nextCheckTime"))){
const err367 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data126.code !== undefined){
let data127 = data126.code;
if(typeof data127 === "string"){
if(data127.length > 64){
const err368 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(!pattern27.test(data127)){
const err369 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
else {
const err370 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
if(data126.message !== undefined){
let data128 = data126.message;
if(typeof data128 === "string"){
if(data128.length > 2048){
const err371 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
else {
const err372 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
if(data126.node !== undefined){
let data129 = data126.node;
if(typeof data129 === "string"){
if(data129.length > 253){
const err373 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
if(data129.length < 1){
const err374 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
else {
const err375 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data126.since !== undefined){
let data130 = data126.since;
if(typeof data130 === "string"){
if(data130.length > 40){
const err376 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(!pattern17.test(data130)){
const err377 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
else {
const err378 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
if(data126.owner !== undefined){
let data131 = data126.owner;
if(typeof data131 !== "string"){
const err379 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
if(!(((((data131 === "operator") || (data131 === "agent")) || (data131 === "user")) || (data131 === "workload")) || (data131 === "cluster"))){
const err380 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.blockedBy.items.properties.owner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
if(data126.nextCheckTime !== undefined){
let data132 = data126.nextCheckTime;
if(typeof data132 === "string"){
if(data132.length > 40){
const err381 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if(!pattern17.test(data132)){
const err382 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
else {
const err383 = {instancePath:instancePath+"/status/blockedBy/" + i15+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
}
else {
const err384 = {instancePath:instancePath+"/status/blockedBy/" + i15,schemaPath:"#/properties/status/properties/blockedBy/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
}
else {
const err385 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
else {
const err386 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
}
else {
const err387 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

