// Generated from crds/rollout.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"Rollout"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["generation","os","targets","targetHash"],"properties":{"generation":{"type":"integer","minimum":0,"maximum":9007199254740991},"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"targets":{"type":"array","items":{"type":"object","required":["pool","image"],"properties":{"pool":{"type":"string","minLength":1,"maxLength":63},"nodeSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"configHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"minItems":1,"maxItems":64},"layers":{"type":"array","items":{"type":"object","required":["name","priority"],"properties":{"name":{"type":"string","maxLength":270},"priority":{"type":"integer","minimum":-2,"maximum":1000},"nodeSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"config":{"type":"object"},"remove":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":64}},"additionalProperties":false},"maxItems":128},"targetHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"rollbackOf":{"type":"object","required":["rollout","to","reason"],"properties":{"rollout":{"type":"string","minLength":1,"maxLength":253},"to":{"type":"string","minLength":1,"maxLength":253},"retry":{"type":"string","maxLength":16},"reason":{"type":"string","maxLength":1024}},"additionalProperties":false},"requestedBy":{"type":"string","maxLength":253},"paused":{"type":"boolean"},"cancelled":{"type":"boolean"},"approval":{"type":"object","required":["hash","by"],"properties":{"hash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"stageApprovals":{"type":"array","items":{"type":"object","required":["stage","nodes","by"],"properties":{"stage":{"type":"integer","minimum":1,"maximum":8},"nodes":{"type":"string","maxLength":128},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"maxItems":8},"retry":{"type":"object","required":["id","by"],"properties":{"id":{"type":"string","pattern":"^[0-9a-f]{1,16}$","maxLength":16},"nodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000},"by":{"type":"string","maxLength":253}},"additionalProperties":false},"skipNodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000},"forceNodes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":1000}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"phase":{"type":"string","enum":["Pending","Preparing","Progressing","Paused","Halted","Completed","Superseded","Cancelled"]},"progress":{"type":"string","maxLength":32},"node":{"type":"string","maxLength":253},"reason":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"counts":{"type":"object","required":["total","done","prepared","failed"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"done":{"type":"integer","minimum":0,"maximum":1000000},"prepared":{"type":"integer","minimum":0,"maximum":1000000},"failed":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"preview":{"type":"object","required":["hash","nodes","order","seconds"],"properties":{"hash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"nodes":{"type":"integer","minimum":0,"maximum":1000000},"disruption":{"type":"object","required":["none","serviceRestart","reboot"],"properties":{"none":{"type":"integer","minimum":0,"maximum":1000000},"serviceRestart":{"type":"integer","minimum":0,"maximum":1000000},"reboot":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"order":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64},"seconds":{"type":"integer","minimum":0,"maximum":1000000000},"opens":{"type":"string","maxLength":512},"forecast":{"type":"object","required":["time","nodes","pods","obstacles"],"properties":{"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"nodes":{"type":"integer","minimum":0,"maximum":1000000},"pods":{"type":"integer","minimum":0,"maximum":10000000},"obstacles":{"type":"array","items":{"type":"object","required":["node","code","message"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"code":{"type":"string","enum":["BUDGET","TWO_BUDGETS","WAITS","NO_ROOM","NOT_REPLACED","SCRATCH_LOST"]},"message":{"type":"string","maxLength":512}},"additionalProperties":false},"maxItems":64},"more":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false}},"additionalProperties":false},"stage":{"type":"object","required":["number","of","state"],"properties":{"number":{"type":"integer","minimum":1,"maximum":9},"of":{"type":"integer","minimum":0,"maximum":8},"state":{"type":"string","enum":["Open","Soaking","AwaitingApproval"]},"nodes":{"type":"string","maxLength":128}},"additionalProperties":false},"passedStage":{"type":"object","required":["number","nodes"],"properties":{"number":{"type":"integer","minimum":1,"maximum":8},"nodes":{"type":"string","maxLength":128}},"additionalProperties":false},"startTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"completionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"estimatedCompletionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"evidence":{"type":"object","required":["cause","message","time"],"properties":{"cause":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"lastLines":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":50}},"additionalProperties":false},"failures":{"type":"array","items":{"type":"object","required":["node","reason","message"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"reason":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048}},"additionalProperties":false},"maxItems":32},"retried":{"type":"object","required":["id","by","time","cleared","done"],"properties":{"id":{"type":"string","maxLength":16},"by":{"type":"string","maxLength":253},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"cleared":{"type":"array","items":{"type":"string","maxLength":1024},"maxItems":64},"done":{"type":"boolean"}},"additionalProperties":false},"blockedBy":{"type":"array","items":{"type":"object","required":["code","message","since","owner","nextCheckTime"],"properties":{"code":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":64},"message":{"type":"string","maxLength":2048},"node":{"type":"string","minLength":1,"maxLength":253},"pool":{"type":"string","minLength":1,"maxLength":253},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"owner":{"type":"string","enum":["operator","agent","user","workload","cluster"]},"nextCheckTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern8 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern21 = new RegExp("^[0-9a-f]{1,16}$", "u");
const pattern22 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern23 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
const pattern29 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern32 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");

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
if(!(((((key3 === "pool") || (key3 === "nodeSelector")) || (key3 === "image")) || (key3 === "digest")) || (key3 === "configHash"))){
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
if(data10.nodeSelector !== undefined){
let data12 = data10.nodeSelector;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key4 in data12){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err39 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.matchLabels !== undefined){
let data13 = data12.matchLabels;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length > 16){
const err40 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key5 in data13){
if(!(pattern6.test(key5))){
const err41 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
for(const key6 in data13){
if(pattern6.test(key6)){
let data14 = data13[key6];
if(typeof data14 === "string"){
if(data14.length > 63){
const err42 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern8.test(data14)){
const err43 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err44 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
else {
const err45 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data12.matchExpressions !== undefined){
let data15 = data12.matchExpressions;
if(Array.isArray(data15)){
if(data15.length > 16){
const err46 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.key === undefined){
const err47 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data16.operator === undefined){
const err48 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key7 in data16){
if(!(((key7 === "key") || (key7 === "operator")) || (key7 === "values"))){
const err49 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data16.key !== undefined){
let data17 = data16.key;
if(typeof data17 === "string"){
if(data17.length > 317){
const err50 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern6.test(data17)){
const err51 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
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
const err52 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data16.operator !== undefined){
let data18 = data16.operator;
if(typeof data18 !== "string"){
const err53 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/operator",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!((((data18 === "In") || (data18 === "NotIn")) || (data18 === "Exists")) || (data18 === "DoesNotExist"))){
const err54 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/operator",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.targets.items.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data16.values !== undefined){
let data19 = data16.values;
if(Array.isArray(data19)){
if(data19.length > 32){
const err55 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(typeof data20 === "string"){
if(data20.length > 63){
const err56 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!pattern8.test(data20)){
const err57 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err58 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err59 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err60 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/spec/targets/" + i0+"/nodeSelector",schemaPath:"#/properties/spec/properties/targets/items/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data10.image !== undefined){
let data21 = data10.image;
if(typeof data21 === "string"){
if(data21.length > 512){
const err63 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern4.test(data21)){
const err64 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
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
const err65 = {instancePath:instancePath+"/spec/targets/" + i0+"/image",schemaPath:"#/properties/spec/properties/targets/items/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data10.digest !== undefined){
let data22 = data10.digest;
if(typeof data22 === "string"){
if(data22.length > 71){
const err66 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!pattern5.test(data22)){
const err67 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
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
const err68 = {instancePath:instancePath+"/spec/targets/" + i0+"/digest",schemaPath:"#/properties/spec/properties/targets/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data10.configHash !== undefined){
let data23 = data10.configHash;
if(typeof data23 === "string"){
if(data23.length > 71){
const err69 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern5.test(data23)){
const err70 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
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
const err71 = {instancePath:instancePath+"/spec/targets/" + i0+"/configHash",schemaPath:"#/properties/spec/properties/targets/items/properties/configHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/spec/targets/" + i0,schemaPath:"#/properties/spec/properties/targets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/spec/targets",schemaPath:"#/properties/spec/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data4.layers !== undefined){
let data24 = data4.layers;
if(Array.isArray(data24)){
if(data24.length > 128){
const err74 = {instancePath:instancePath+"/spec/layers",schemaPath:"#/properties/spec/properties/layers/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.name === undefined){
const err75 = {instancePath:instancePath+"/spec/layers/" + i3,schemaPath:"#/properties/spec/properties/layers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data25.priority === undefined){
const err76 = {instancePath:instancePath+"/spec/layers/" + i3,schemaPath:"#/properties/spec/properties/layers/items/required",keyword:"required",params:{missingProperty: "priority"},message:"must have required property '"+"priority"+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
for(const key8 in data25){
if(!(((((key8 === "name") || (key8 === "priority")) || (key8 === "nodeSelector")) || (key8 === "config")) || (key8 === "remove"))){
const err77 = {instancePath:instancePath+"/spec/layers/" + i3,schemaPath:"#/properties/spec/properties/layers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data25.name !== undefined){
let data26 = data25.name;
if(typeof data26 === "string"){
if(data26.length > 270){
const err78 = {instancePath:instancePath+"/spec/layers/" + i3+"/name",schemaPath:"#/properties/spec/properties/layers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 270},message:"must NOT have more than 270 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/spec/layers/" + i3+"/name",schemaPath:"#/properties/spec/properties/layers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data25.priority !== undefined){
let data27 = data25.priority;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err80 = {instancePath:instancePath+"/spec/layers/" + i3+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 1000 || isNaN(data27)){
const err81 = {instancePath:instancePath+"/spec/layers/" + i3+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data27 < -2 || isNaN(data27)){
const err82 = {instancePath:instancePath+"/spec/layers/" + i3+"/priority",schemaPath:"#/properties/spec/properties/layers/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -2},message:"must be >= -2"};
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
if(data25.nodeSelector !== undefined){
let data28 = data25.nodeSelector;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key9 in data28){
if(!((key9 === "matchLabels") || (key9 === "matchExpressions"))){
const err83 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data28.matchLabels !== undefined){
let data29 = data28.matchLabels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(Object.keys(data29).length > 16){
const err84 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
for(const key10 in data29){
if(!(pattern6.test(key10))){
const err85 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
for(const key11 in data29){
if(pattern6.test(key11)){
let data30 = data29[key11];
if(typeof data30 === "string"){
if(data30.length > 63){
const err86 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern8.test(data30)){
const err87 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err88 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
else {
const err89 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data28.matchExpressions !== undefined){
let data31 = data28.matchExpressions;
if(Array.isArray(data31)){
if(data31.length > 16){
const err90 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
let data32 = data31[i4];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.key === undefined){
const err91 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data32.operator === undefined){
const err92 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key12 in data32){
if(!(((key12 === "key") || (key12 === "operator")) || (key12 === "values"))){
const err93 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data32.key !== undefined){
let data33 = data32.key;
if(typeof data33 === "string"){
if(data33.length > 317){
const err94 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(!pattern6.test(data33)){
const err95 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data32.operator !== undefined){
let data34 = data32.operator;
if(typeof data34 !== "string"){
const err97 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!((((data34 === "In") || (data34 === "NotIn")) || (data34 === "Exists")) || (data34 === "DoesNotExist"))){
const err98 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.layers.items.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data32.values !== undefined){
let data35 = data32.values;
if(Array.isArray(data35)){
if(data35.length > 32){
const err99 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
let data36 = data35[i5];
if(typeof data36 === "string"){
if(data36.length > 63){
const err100 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!pattern8.test(data36)){
const err101 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err102 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err103 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err104 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec/layers/" + i3+"/nodeSelector",schemaPath:"#/properties/spec/properties/layers/items/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data25.config !== undefined){
let data37 = data25.config;
if(!(data37 && typeof data37 == "object" && !Array.isArray(data37))){
const err107 = {instancePath:instancePath+"/spec/layers/" + i3+"/config",schemaPath:"#/properties/spec/properties/layers/items/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data25.remove !== undefined){
let data38 = data25.remove;
if(Array.isArray(data38)){
if(data38.length > 64){
const err108 = {instancePath:instancePath+"/spec/layers/" + i3+"/remove",schemaPath:"#/properties/spec/properties/layers/items/properties/remove/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
const len6 = data38.length;
for(let i6=0; i6<len6; i6++){
let data39 = data38[i6];
if(typeof data39 === "string"){
if(data39.length > 512){
const err109 = {instancePath:instancePath+"/spec/layers/" + i3+"/remove/" + i6,schemaPath:"#/properties/spec/properties/layers/items/properties/remove/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
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
const err110 = {instancePath:instancePath+"/spec/layers/" + i3+"/remove/" + i6,schemaPath:"#/properties/spec/properties/layers/items/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/spec/layers/" + i3+"/remove",schemaPath:"#/properties/spec/properties/layers/items/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/spec/layers/" + i3,schemaPath:"#/properties/spec/properties/layers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/spec/layers",schemaPath:"#/properties/spec/properties/layers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data4.targetHash !== undefined){
let data40 = data4.targetHash;
if(typeof data40 === "string"){
if(data40.length > 71){
const err114 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern5.test(data40)){
const err115 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/spec/targetHash",schemaPath:"#/properties/spec/properties/targetHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data4.rollbackOf !== undefined){
let data41 = data4.rollbackOf;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.rollout === undefined){
const err117 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "rollout"},message:"must have required property '"+"rollout"+"'"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data41.to === undefined){
const err118 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data41.reason === undefined){
const err119 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
for(const key13 in data41){
if(!((((key13 === "rollout") || (key13 === "to")) || (key13 === "retry")) || (key13 === "reason"))){
const err120 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data41.rollout !== undefined){
let data42 = data41.rollout;
if(typeof data42 === "string"){
if(data42.length > 253){
const err121 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data42.length < 1){
const err122 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/spec/rollbackOf/rollout",schemaPath:"#/properties/spec/properties/rollbackOf/properties/rollout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data41.to !== undefined){
let data43 = data41.to;
if(typeof data43 === "string"){
if(data43.length > 253){
const err124 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data43.length < 1){
const err125 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err126 = {instancePath:instancePath+"/spec/rollbackOf/to",schemaPath:"#/properties/spec/properties/rollbackOf/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data41.retry !== undefined){
let data44 = data41.retry;
if(typeof data44 === "string"){
if(data44.length > 16){
const err127 = {instancePath:instancePath+"/spec/rollbackOf/retry",schemaPath:"#/properties/spec/properties/rollbackOf/properties/retry/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
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
const err128 = {instancePath:instancePath+"/spec/rollbackOf/retry",schemaPath:"#/properties/spec/properties/rollbackOf/properties/retry/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data41.reason !== undefined){
let data45 = data41.reason;
if(typeof data45 === "string"){
if(data45.length > 1024){
const err129 = {instancePath:instancePath+"/spec/rollbackOf/reason",schemaPath:"#/properties/spec/properties/rollbackOf/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
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
const err130 = {instancePath:instancePath+"/spec/rollbackOf/reason",schemaPath:"#/properties/spec/properties/rollbackOf/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath:instancePath+"/spec/rollbackOf",schemaPath:"#/properties/spec/properties/rollbackOf/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data4.requestedBy !== undefined){
let data46 = data4.requestedBy;
if(typeof data46 === "string"){
if(data46.length > 253){
const err132 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/spec/requestedBy",schemaPath:"#/properties/spec/properties/requestedBy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data4.paused !== undefined){
if(typeof data4.paused !== "boolean"){
const err134 = {instancePath:instancePath+"/spec/paused",schemaPath:"#/properties/spec/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data4.cancelled !== undefined){
if(typeof data4.cancelled !== "boolean"){
const err135 = {instancePath:instancePath+"/spec/cancelled",schemaPath:"#/properties/spec/properties/cancelled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data4.approval !== undefined){
let data49 = data4.approval;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.hash === undefined){
const err136 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data49.by === undefined){
const err137 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
for(const key14 in data49){
if(!((key14 === "hash") || (key14 === "by"))){
const err138 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data49.hash !== undefined){
let data50 = data49.hash;
if(typeof data50 === "string"){
if(data50.length > 71){
const err139 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!pattern5.test(data50)){
const err140 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/spec/approval/hash",schemaPath:"#/properties/spec/properties/approval/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data49.by !== undefined){
let data51 = data49.by;
if(typeof data51 === "string"){
if(data51.length > 253){
const err142 = {instancePath:instancePath+"/spec/approval/by",schemaPath:"#/properties/spec/properties/approval/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/spec/approval/by",schemaPath:"#/properties/spec/properties/approval/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/approval",schemaPath:"#/properties/spec/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data4.stageApprovals !== undefined){
let data52 = data4.stageApprovals;
if(Array.isArray(data52)){
if(data52.length > 8){
const err145 = {instancePath:instancePath+"/spec/stageApprovals",schemaPath:"#/properties/spec/properties/stageApprovals/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
const len7 = data52.length;
for(let i7=0; i7<len7; i7++){
let data53 = data52[i7];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.stage === undefined){
const err146 = {instancePath:instancePath+"/spec/stageApprovals/" + i7,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "stage"},message:"must have required property '"+"stage"+"'"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data53.nodes === undefined){
const err147 = {instancePath:instancePath+"/spec/stageApprovals/" + i7,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data53.by === undefined){
const err148 = {instancePath:instancePath+"/spec/stageApprovals/" + i7,schemaPath:"#/properties/spec/properties/stageApprovals/items/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
for(const key15 in data53){
if(!(((key15 === "stage") || (key15 === "nodes")) || (key15 === "by"))){
const err149 = {instancePath:instancePath+"/spec/stageApprovals/" + i7,schemaPath:"#/properties/spec/properties/stageApprovals/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data53.stage !== undefined){
let data54 = data53.stage;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err150 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 8 || isNaN(data54)){
const err151 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data54 < 1 || isNaN(data54)){
const err152 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/stage",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/stage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data53.nodes !== undefined){
let data55 = data53.nodes;
if(typeof data55 === "string"){
if(data55.length > 128){
const err153 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/nodes",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/nodes/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
else {
const err154 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/nodes",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/nodes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data53.by !== undefined){
let data56 = data53.by;
if(typeof data56 === "string"){
if(data56.length > 253){
const err155 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/by",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
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
const err156 = {instancePath:instancePath+"/spec/stageApprovals/" + i7+"/by",schemaPath:"#/properties/spec/properties/stageApprovals/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec/stageApprovals/" + i7,schemaPath:"#/properties/spec/properties/stageApprovals/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err158 = {instancePath:instancePath+"/spec/stageApprovals",schemaPath:"#/properties/spec/properties/stageApprovals/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data4.retry !== undefined){
let data57 = data4.retry;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.id === undefined){
const err159 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data57.by === undefined){
const err160 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
for(const key16 in data57){
if(!(((key16 === "id") || (key16 === "nodes")) || (key16 === "by"))){
const err161 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data57.id !== undefined){
let data58 = data57.id;
if(typeof data58 === "string"){
if(data58.length > 16){
const err162 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!pattern21.test(data58)){
const err163 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,16}$"},message:"must match pattern \""+"^[0-9a-f]{1,16}$"+"\""};
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
const err164 = {instancePath:instancePath+"/spec/retry/id",schemaPath:"#/properties/spec/properties/retry/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data57.nodes !== undefined){
let data59 = data57.nodes;
if(Array.isArray(data59)){
if(data59.length > 1000){
const err165 = {instancePath:instancePath+"/spec/retry/nodes",schemaPath:"#/properties/spec/properties/retry/properties/nodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
const len8 = data59.length;
for(let i8=0; i8<len8; i8++){
let data60 = data59[i8];
if(typeof data60 === "string"){
if(data60.length > 253){
const err166 = {instancePath:instancePath+"/spec/retry/nodes/" + i8,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data60.length < 1){
const err167 = {instancePath:instancePath+"/spec/retry/nodes/" + i8,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/spec/retry/nodes/" + i8,schemaPath:"#/properties/spec/properties/retry/properties/nodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err169 = {instancePath:instancePath+"/spec/retry/nodes",schemaPath:"#/properties/spec/properties/retry/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data57.by !== undefined){
let data61 = data57.by;
if(typeof data61 === "string"){
if(data61.length > 253){
const err170 = {instancePath:instancePath+"/spec/retry/by",schemaPath:"#/properties/spec/properties/retry/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/spec/retry/by",schemaPath:"#/properties/spec/properties/retry/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/spec/retry",schemaPath:"#/properties/spec/properties/retry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data4.skipNodes !== undefined){
let data62 = data4.skipNodes;
if(Array.isArray(data62)){
if(data62.length > 1000){
const err173 = {instancePath:instancePath+"/spec/skipNodes",schemaPath:"#/properties/spec/properties/skipNodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
const len9 = data62.length;
for(let i9=0; i9<len9; i9++){
let data63 = data62[i9];
if(typeof data63 === "string"){
if(data63.length > 253){
const err174 = {instancePath:instancePath+"/spec/skipNodes/" + i9,schemaPath:"#/properties/spec/properties/skipNodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data63.length < 1){
const err175 = {instancePath:instancePath+"/spec/skipNodes/" + i9,schemaPath:"#/properties/spec/properties/skipNodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err176 = {instancePath:instancePath+"/spec/skipNodes/" + i9,schemaPath:"#/properties/spec/properties/skipNodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/spec/skipNodes",schemaPath:"#/properties/spec/properties/skipNodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data4.forceNodes !== undefined){
let data64 = data4.forceNodes;
if(Array.isArray(data64)){
if(data64.length > 1000){
const err178 = {instancePath:instancePath+"/spec/forceNodes",schemaPath:"#/properties/spec/properties/forceNodes/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
const len10 = data64.length;
for(let i10=0; i10<len10; i10++){
let data65 = data64[i10];
if(typeof data65 === "string"){
if(data65.length > 253){
const err179 = {instancePath:instancePath+"/spec/forceNodes/" + i10,schemaPath:"#/properties/spec/properties/forceNodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(data65.length < 1){
const err180 = {instancePath:instancePath+"/spec/forceNodes/" + i10,schemaPath:"#/properties/spec/properties/forceNodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err181 = {instancePath:instancePath+"/spec/forceNodes/" + i10,schemaPath:"#/properties/spec/properties/forceNodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err182 = {instancePath:instancePath+"/spec/forceNodes",schemaPath:"#/properties/spec/properties/forceNodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err183 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data.status !== undefined){
let data66 = data.status;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key17 in data66){
if(!(func1.call(schema31.properties.status.properties, key17))){
const err184 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data66.observedGeneration !== undefined){
let data67 = data66.observedGeneration;
if(!(((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67))) && (isFinite(data67)))){
const err185 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 9007199254740991 || isNaN(data67)){
const err186 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data67 < 0 || isNaN(data67)){
const err187 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data66.conditions !== undefined){
let data68 = data66.conditions;
if(Array.isArray(data68)){
if(data68.length > 16){
const err188 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
const len11 = data68.length;
for(let i11=0; i11<len11; i11++){
let data69 = data68[i11];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.type === undefined){
const err189 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data69.status === undefined){
const err190 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(data69.lastTransitionTime === undefined){
const err191 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data69.reason === undefined){
const err192 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(data69.message === undefined){
const err193 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
for(const key18 in data69){
if(!((((((key18 === "type") || (key18 === "status")) || (key18 === "observedGeneration")) || (key18 === "lastTransitionTime")) || (key18 === "reason")) || (key18 === "message"))){
const err194 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data69.type !== undefined){
let data70 = data69.type;
if(typeof data70 === "string"){
if(data70.length > 64){
const err195 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data70.length < 1){
const err196 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err197 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data69.status !== undefined){
let data71 = data69.status;
if(typeof data71 !== "string"){
const err198 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!(((data71 === "True") || (data71 === "False")) || (data71 === "Unknown"))){
const err199 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data69.observedGeneration !== undefined){
let data72 = data69.observedGeneration;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
const err200 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 > 9007199254740991 || isNaN(data72)){
const err201 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(data72 < 0 || isNaN(data72)){
const err202 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
if(data69.lastTransitionTime !== undefined){
let data73 = data69.lastTransitionTime;
if(typeof data73 === "string"){
if(data73.length > 40){
const err203 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(!pattern22.test(data73)){
const err204 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err205 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data69.reason !== undefined){
let data74 = data69.reason;
if(typeof data74 === "string"){
if(data74.length > 64){
const err206 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!pattern23.test(data74)){
const err207 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data69.message !== undefined){
let data75 = data69.message;
if(typeof data75 === "string"){
if(data75.length > 4096){
const err209 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
}
else {
const err211 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
else {
const err212 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data66.phase !== undefined){
let data76 = data66.phase;
if(typeof data76 !== "string"){
const err213 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(!((((((((data76 === "Pending") || (data76 === "Preparing")) || (data76 === "Progressing")) || (data76 === "Paused")) || (data76 === "Halted")) || (data76 === "Completed")) || (data76 === "Superseded")) || (data76 === "Cancelled"))){
const err214 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.phase.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data66.progress !== undefined){
let data77 = data66.progress;
if(typeof data77 === "string"){
if(data77.length > 32){
const err215 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
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
const err216 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data66.node !== undefined){
let data78 = data66.node;
if(typeof data78 === "string"){
if(data78.length > 253){
const err217 = {instancePath:instancePath+"/status/node",schemaPath:"#/properties/status/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
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
const err218 = {instancePath:instancePath+"/status/node",schemaPath:"#/properties/status/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data66.reason !== undefined){
let data79 = data66.reason;
if(typeof data79 === "string"){
if(data79.length > 64){
const err219 = {instancePath:instancePath+"/status/reason",schemaPath:"#/properties/status/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/status/reason",schemaPath:"#/properties/status/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data66.message !== undefined){
let data80 = data66.message;
if(typeof data80 === "string"){
if(data80.length > 2048){
const err221 = {instancePath:instancePath+"/status/message",schemaPath:"#/properties/status/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
else {
const err222 = {instancePath:instancePath+"/status/message",schemaPath:"#/properties/status/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data66.counts !== undefined){
let data81 = data66.counts;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.total === undefined){
const err223 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data81.done === undefined){
const err224 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "done"},message:"must have required property '"+"done"+"'"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(data81.prepared === undefined){
const err225 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "prepared"},message:"must have required property '"+"prepared"+"'"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data81.failed === undefined){
const err226 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
for(const key19 in data81){
if(!((((key19 === "total") || (key19 === "done")) || (key19 === "prepared")) || (key19 === "failed"))){
const err227 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data81.total !== undefined){
let data82 = data81.total;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err228 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 1000000 || isNaN(data82)){
const err229 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data82 < 0 || isNaN(data82)){
const err230 = {instancePath:instancePath+"/status/counts/total",schemaPath:"#/properties/status/properties/counts/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
if(data81.done !== undefined){
let data83 = data81.done;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err231 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 1000000 || isNaN(data83)){
const err232 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data83 < 0 || isNaN(data83)){
const err233 = {instancePath:instancePath+"/status/counts/done",schemaPath:"#/properties/status/properties/counts/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
}
if(data81.prepared !== undefined){
let data84 = data81.prepared;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err234 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 1000000 || isNaN(data84)){
const err235 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(data84 < 0 || isNaN(data84)){
const err236 = {instancePath:instancePath+"/status/counts/prepared",schemaPath:"#/properties/status/properties/counts/properties/prepared/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
}
if(data81.failed !== undefined){
let data85 = data81.failed;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
const err237 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 > 1000000 || isNaN(data85)){
const err238 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(data85 < 0 || isNaN(data85)){
const err239 = {instancePath:instancePath+"/status/counts/failed",schemaPath:"#/properties/status/properties/counts/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
}
}
else {
const err240 = {instancePath:instancePath+"/status/counts",schemaPath:"#/properties/status/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data66.preview !== undefined){
let data86 = data66.preview;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.hash === undefined){
const err241 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "hash"},message:"must have required property '"+"hash"+"'"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(data86.nodes === undefined){
const err242 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data86.order === undefined){
const err243 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "order"},message:"must have required property '"+"order"+"'"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(data86.seconds === undefined){
const err244 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/required",keyword:"required",params:{missingProperty: "seconds"},message:"must have required property '"+"seconds"+"'"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
for(const key20 in data86){
if(!(((((((key20 === "hash") || (key20 === "nodes")) || (key20 === "disruption")) || (key20 === "order")) || (key20 === "seconds")) || (key20 === "opens")) || (key20 === "forecast"))){
const err245 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data86.hash !== undefined){
let data87 = data86.hash;
if(typeof data87 === "string"){
if(data87.length > 71){
const err246 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if(!pattern5.test(data87)){
const err247 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/status/preview/hash",schemaPath:"#/properties/status/properties/preview/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data86.nodes !== undefined){
let data88 = data86.nodes;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err249 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 1000000 || isNaN(data88)){
const err250 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data88 < 0 || isNaN(data88)){
const err251 = {instancePath:instancePath+"/status/preview/nodes",schemaPath:"#/properties/status/properties/preview/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
if(data86.disruption !== undefined){
let data89 = data86.disruption;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.none === undefined){
const err252 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "none"},message:"must have required property '"+"none"+"'"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data89.serviceRestart === undefined){
const err253 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "serviceRestart"},message:"must have required property '"+"serviceRestart"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(data89.reboot === undefined){
const err254 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/required",keyword:"required",params:{missingProperty: "reboot"},message:"must have required property '"+"reboot"+"'"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
for(const key21 in data89){
if(!(((key21 === "none") || (key21 === "serviceRestart")) || (key21 === "reboot"))){
const err255 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data89.none !== undefined){
let data90 = data89.none;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err256 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 1000000 || isNaN(data90)){
const err257 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
if(data90 < 0 || isNaN(data90)){
const err258 = {instancePath:instancePath+"/status/preview/disruption/none",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/none/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
}
if(data89.serviceRestart !== undefined){
let data91 = data89.serviceRestart;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
const err259 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 1000000 || isNaN(data91)){
const err260 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
if(data91 < 0 || isNaN(data91)){
const err261 = {instancePath:instancePath+"/status/preview/disruption/serviceRestart",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/serviceRestart/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
}
if(data89.reboot !== undefined){
let data92 = data89.reboot;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
const err262 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 1000000 || isNaN(data92)){
const err263 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(data92 < 0 || isNaN(data92)){
const err264 = {instancePath:instancePath+"/status/preview/disruption/reboot",schemaPath:"#/properties/status/properties/preview/properties/disruption/properties/reboot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
}
else {
const err265 = {instancePath:instancePath+"/status/preview/disruption",schemaPath:"#/properties/status/properties/preview/properties/disruption/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data86.order !== undefined){
let data93 = data86.order;
if(Array.isArray(data93)){
if(data93.length > 64){
const err266 = {instancePath:instancePath+"/status/preview/order",schemaPath:"#/properties/status/properties/preview/properties/order/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
const len12 = data93.length;
for(let i12=0; i12<len12; i12++){
let data94 = data93[i12];
if(typeof data94 === "string"){
if(data94.length > 253){
const err267 = {instancePath:instancePath+"/status/preview/order/" + i12,schemaPath:"#/properties/status/properties/preview/properties/order/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data94.length < 1){
const err268 = {instancePath:instancePath+"/status/preview/order/" + i12,schemaPath:"#/properties/status/properties/preview/properties/order/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
else {
const err269 = {instancePath:instancePath+"/status/preview/order/" + i12,schemaPath:"#/properties/status/properties/preview/properties/order/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
else {
const err270 = {instancePath:instancePath+"/status/preview/order",schemaPath:"#/properties/status/properties/preview/properties/order/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data86.seconds !== undefined){
let data95 = data86.seconds;
if(!(((typeof data95 == "number") && (!(data95 % 1) && !isNaN(data95))) && (isFinite(data95)))){
const err271 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 1000000000 || isNaN(data95)){
const err272 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data95 < 0 || isNaN(data95)){
const err273 = {instancePath:instancePath+"/status/preview/seconds",schemaPath:"#/properties/status/properties/preview/properties/seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data86.opens !== undefined){
let data96 = data86.opens;
if(typeof data96 === "string"){
if(data96.length > 512){
const err274 = {instancePath:instancePath+"/status/preview/opens",schemaPath:"#/properties/status/properties/preview/properties/opens/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/status/preview/opens",schemaPath:"#/properties/status/properties/preview/properties/opens/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data86.forecast !== undefined){
let data97 = data86.forecast;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.time === undefined){
const err276 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
if(data97.nodes === undefined){
const err277 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data97.pods === undefined){
const err278 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "pods"},message:"must have required property '"+"pods"+"'"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(data97.obstacles === undefined){
const err279 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/required",keyword:"required",params:{missingProperty: "obstacles"},message:"must have required property '"+"obstacles"+"'"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
for(const key22 in data97){
if(!(((((key22 === "time") || (key22 === "nodes")) || (key22 === "pods")) || (key22 === "obstacles")) || (key22 === "more"))){
const err280 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data97.time !== undefined){
let data98 = data97.time;
if(typeof data98 === "string"){
if(data98.length > 40){
const err281 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(!pattern22.test(data98)){
const err282 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
else {
const err283 = {instancePath:instancePath+"/status/preview/forecast/time",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data97.nodes !== undefined){
let data99 = data97.nodes;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err284 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 1000000 || isNaN(data99)){
const err285 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(data99 < 0 || isNaN(data99)){
const err286 = {instancePath:instancePath+"/status/preview/forecast/nodes",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
}
if(data97.pods !== undefined){
let data100 = data97.pods;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
const err287 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 10000000 || isNaN(data100)){
const err288 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data100 < 0 || isNaN(data100)){
const err289 = {instancePath:instancePath+"/status/preview/forecast/pods",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/pods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
if(data97.obstacles !== undefined){
let data101 = data97.obstacles;
if(Array.isArray(data101)){
if(data101.length > 64){
const err290 = {instancePath:instancePath+"/status/preview/forecast/obstacles",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
const len13 = data101.length;
for(let i13=0; i13<len13; i13++){
let data102 = data101[i13];
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.node === undefined){
const err291 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if(data102.code === undefined){
const err292 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(data102.message === undefined){
const err293 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
for(const key23 in data102){
if(!(((key23 === "node") || (key23 === "code")) || (key23 === "message"))){
const err294 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data102.node !== undefined){
let data103 = data102.node;
if(typeof data103 === "string"){
if(data103.length > 253){
const err295 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data103.length < 1){
const err296 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
else {
const err297 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/node",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
if(data102.code !== undefined){
let data104 = data102.code;
if(typeof data104 !== "string"){
const err298 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/code",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(!((((((data104 === "BUDGET") || (data104 === "TWO_BUDGETS")) || (data104 === "WAITS")) || (data104 === "NO_ROOM")) || (data104 === "NOT_REPLACED")) || (data104 === "SCRATCH_LOST"))){
const err299 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/code",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/code/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.preview.properties.forecast.properties.obstacles.items.properties.code.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data102.message !== undefined){
let data105 = data102.message;
if(typeof data105 === "string"){
if(data105.length > 512){
const err300 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/message",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
else {
const err301 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13+"/message",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
}
else {
const err302 = {instancePath:instancePath+"/status/preview/forecast/obstacles/" + i13,schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
}
else {
const err303 = {instancePath:instancePath+"/status/preview/forecast/obstacles",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/obstacles/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data97.more !== undefined){
let data106 = data97.more;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
const err304 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 1000000 || isNaN(data106)){
const err305 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
if(data106 < 0 || isNaN(data106)){
const err306 = {instancePath:instancePath+"/status/preview/forecast/more",schemaPath:"#/properties/status/properties/preview/properties/forecast/properties/more/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
}
}
else {
const err307 = {instancePath:instancePath+"/status/preview/forecast",schemaPath:"#/properties/status/properties/preview/properties/forecast/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
}
else {
const err308 = {instancePath:instancePath+"/status/preview",schemaPath:"#/properties/status/properties/preview/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data66.stage !== undefined){
let data107 = data66.stage;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(data107.number === undefined){
const err309 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
if(data107.of === undefined){
const err310 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "of"},message:"must have required property '"+"of"+"'"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(data107.state === undefined){
const err311 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
for(const key24 in data107){
if(!((((key24 === "number") || (key24 === "of")) || (key24 === "state")) || (key24 === "nodes"))){
const err312 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
if(data107.number !== undefined){
let data108 = data107.number;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
const err313 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 > 9 || isNaN(data108)){
const err314 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9},message:"must be <= 9"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if(data108 < 1 || isNaN(data108)){
const err315 = {instancePath:instancePath+"/status/stage/number",schemaPath:"#/properties/status/properties/stage/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
if(data107.of !== undefined){
let data109 = data107.of;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
const err316 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 > 8 || isNaN(data109)){
const err317 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(data109 < 0 || isNaN(data109)){
const err318 = {instancePath:instancePath+"/status/stage/of",schemaPath:"#/properties/status/properties/stage/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
}
if(data107.state !== undefined){
let data110 = data107.state;
if(typeof data110 !== "string"){
const err319 = {instancePath:instancePath+"/status/stage/state",schemaPath:"#/properties/status/properties/stage/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(!(((data110 === "Open") || (data110 === "Soaking")) || (data110 === "AwaitingApproval"))){
const err320 = {instancePath:instancePath+"/status/stage/state",schemaPath:"#/properties/status/properties/stage/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.stage.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data107.nodes !== undefined){
let data111 = data107.nodes;
if(typeof data111 === "string"){
if(data111.length > 128){
const err321 = {instancePath:instancePath+"/status/stage/nodes",schemaPath:"#/properties/status/properties/stage/properties/nodes/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
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
const err322 = {instancePath:instancePath+"/status/stage/nodes",schemaPath:"#/properties/status/properties/stage/properties/nodes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
else {
const err323 = {instancePath:instancePath+"/status/stage",schemaPath:"#/properties/status/properties/stage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data66.passedStage !== undefined){
let data112 = data66.passedStage;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.number === undefined){
const err324 = {instancePath:instancePath+"/status/passedStage",schemaPath:"#/properties/status/properties/passedStage/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(data112.nodes === undefined){
const err325 = {instancePath:instancePath+"/status/passedStage",schemaPath:"#/properties/status/properties/passedStage/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
for(const key25 in data112){
if(!((key25 === "number") || (key25 === "nodes"))){
const err326 = {instancePath:instancePath+"/status/passedStage",schemaPath:"#/properties/status/properties/passedStage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data112.number !== undefined){
let data113 = data112.number;
if(!(((typeof data113 == "number") && (!(data113 % 1) && !isNaN(data113))) && (isFinite(data113)))){
const err327 = {instancePath:instancePath+"/status/passedStage/number",schemaPath:"#/properties/status/properties/passedStage/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
if((typeof data113 == "number") && (isFinite(data113))){
if(data113 > 8 || isNaN(data113)){
const err328 = {instancePath:instancePath+"/status/passedStage/number",schemaPath:"#/properties/status/properties/passedStage/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(data113 < 1 || isNaN(data113)){
const err329 = {instancePath:instancePath+"/status/passedStage/number",schemaPath:"#/properties/status/properties/passedStage/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
}
if(data112.nodes !== undefined){
let data114 = data112.nodes;
if(typeof data114 === "string"){
if(data114.length > 128){
const err330 = {instancePath:instancePath+"/status/passedStage/nodes",schemaPath:"#/properties/status/properties/passedStage/properties/nodes/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
else {
const err331 = {instancePath:instancePath+"/status/passedStage/nodes",schemaPath:"#/properties/status/properties/passedStage/properties/nodes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
}
else {
const err332 = {instancePath:instancePath+"/status/passedStage",schemaPath:"#/properties/status/properties/passedStage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data66.startTime !== undefined){
let data115 = data66.startTime;
if(typeof data115 === "string"){
if(data115.length > 40){
const err333 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(!pattern22.test(data115)){
const err334 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err335 = {instancePath:instancePath+"/status/startTime",schemaPath:"#/properties/status/properties/startTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data66.completionTime !== undefined){
let data116 = data66.completionTime;
if(typeof data116 === "string"){
if(data116.length > 40){
const err336 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(!pattern22.test(data116)){
const err337 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
else {
const err338 = {instancePath:instancePath+"/status/completionTime",schemaPath:"#/properties/status/properties/completionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
if(data66.estimatedCompletionTime !== undefined){
let data117 = data66.estimatedCompletionTime;
if(typeof data117 === "string"){
if(data117.length > 40){
const err339 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(!pattern22.test(data117)){
const err340 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
else {
const err341 = {instancePath:instancePath+"/status/estimatedCompletionTime",schemaPath:"#/properties/status/properties/estimatedCompletionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data66.evidence !== undefined){
let data118 = data66.evidence;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.cause === undefined){
const err342 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "cause"},message:"must have required property '"+"cause"+"'"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(data118.message === undefined){
const err343 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(data118.time === undefined){
const err344 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
for(const key26 in data118){
if(!(((((key26 === "cause") || (key26 === "message")) || (key26 === "operationID")) || (key26 === "time")) || (key26 === "lastLines"))){
const err345 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
if(data118.cause !== undefined){
let data119 = data118.cause;
if(typeof data119 === "string"){
if(data119.length > 64){
const err346 = {instancePath:instancePath+"/status/evidence/cause",schemaPath:"#/properties/status/properties/evidence/properties/cause/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
else {
const err347 = {instancePath:instancePath+"/status/evidence/cause",schemaPath:"#/properties/status/properties/evidence/properties/cause/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data118.message !== undefined){
let data120 = data118.message;
if(typeof data120 === "string"){
if(data120.length > 2048){
const err348 = {instancePath:instancePath+"/status/evidence/message",schemaPath:"#/properties/status/properties/evidence/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
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
const err349 = {instancePath:instancePath+"/status/evidence/message",schemaPath:"#/properties/status/properties/evidence/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data118.operationID !== undefined){
let data121 = data118.operationID;
if(typeof data121 === "string"){
if(data121.length > 63){
const err350 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(!pattern29.test(data121)){
const err351 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
else {
const err352 = {instancePath:instancePath+"/status/evidence/operationID",schemaPath:"#/properties/status/properties/evidence/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
if(data118.time !== undefined){
let data122 = data118.time;
if(typeof data122 === "string"){
if(data122.length > 40){
const err353 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(!pattern22.test(data122)){
const err354 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
else {
const err355 = {instancePath:instancePath+"/status/evidence/time",schemaPath:"#/properties/status/properties/evidence/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
if(data118.lastLines !== undefined){
let data123 = data118.lastLines;
if(Array.isArray(data123)){
if(data123.length > 50){
const err356 = {instancePath:instancePath+"/status/evidence/lastLines",schemaPath:"#/properties/status/properties/evidence/properties/lastLines/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
const len14 = data123.length;
for(let i14=0; i14<len14; i14++){
let data124 = data123[i14];
if(typeof data124 === "string"){
if(data124.length > 512){
const err357 = {instancePath:instancePath+"/status/evidence/lastLines/" + i14,schemaPath:"#/properties/status/properties/evidence/properties/lastLines/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
else {
const err358 = {instancePath:instancePath+"/status/evidence/lastLines/" + i14,schemaPath:"#/properties/status/properties/evidence/properties/lastLines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
}
else {
const err359 = {instancePath:instancePath+"/status/evidence/lastLines",schemaPath:"#/properties/status/properties/evidence/properties/lastLines/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err360 = {instancePath:instancePath+"/status/evidence",schemaPath:"#/properties/status/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data66.failures !== undefined){
let data125 = data66.failures;
if(Array.isArray(data125)){
if(data125.length > 32){
const err361 = {instancePath:instancePath+"/status/failures",schemaPath:"#/properties/status/properties/failures/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
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
if(data126.node === undefined){
const err362 = {instancePath:instancePath+"/status/failures/" + i15,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
if(data126.reason === undefined){
const err363 = {instancePath:instancePath+"/status/failures/" + i15,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(data126.message === undefined){
const err364 = {instancePath:instancePath+"/status/failures/" + i15,schemaPath:"#/properties/status/properties/failures/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
for(const key27 in data126){
if(!(((key27 === "node") || (key27 === "reason")) || (key27 === "message"))){
const err365 = {instancePath:instancePath+"/status/failures/" + i15,schemaPath:"#/properties/status/properties/failures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
if(data126.node !== undefined){
let data127 = data126.node;
if(typeof data127 === "string"){
if(data127.length > 253){
const err366 = {instancePath:instancePath+"/status/failures/" + i15+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(data127.length < 1){
const err367 = {instancePath:instancePath+"/status/failures/" + i15+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/status/failures/" + i15+"/node",schemaPath:"#/properties/status/properties/failures/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
if(data126.reason !== undefined){
let data128 = data126.reason;
if(typeof data128 === "string"){
if(data128.length > 64){
const err369 = {instancePath:instancePath+"/status/failures/" + i15+"/reason",schemaPath:"#/properties/status/properties/failures/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
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
const err370 = {instancePath:instancePath+"/status/failures/" + i15+"/reason",schemaPath:"#/properties/status/properties/failures/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
let data129 = data126.message;
if(typeof data129 === "string"){
if(data129.length > 2048){
const err371 = {instancePath:instancePath+"/status/failures/" + i15+"/message",schemaPath:"#/properties/status/properties/failures/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
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
const err372 = {instancePath:instancePath+"/status/failures/" + i15+"/message",schemaPath:"#/properties/status/properties/failures/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
}
else {
const err373 = {instancePath:instancePath+"/status/failures/" + i15,schemaPath:"#/properties/status/properties/failures/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
}
else {
const err374 = {instancePath:instancePath+"/status/failures",schemaPath:"#/properties/status/properties/failures/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
if(data66.retried !== undefined){
let data130 = data66.retried;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.id === undefined){
const err375 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(data130.by === undefined){
const err376 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(data130.time === undefined){
const err377 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(data130.cleared === undefined){
const err378 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "cleared"},message:"must have required property '"+"cleared"+"'"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(data130.done === undefined){
const err379 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/required",keyword:"required",params:{missingProperty: "done"},message:"must have required property '"+"done"+"'"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
for(const key28 in data130){
if(!(((((key28 === "id") || (key28 === "by")) || (key28 === "time")) || (key28 === "cleared")) || (key28 === "done"))){
const err380 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
if(data130.id !== undefined){
let data131 = data130.id;
if(typeof data131 === "string"){
if(data131.length > 16){
const err381 = {instancePath:instancePath+"/status/retried/id",schemaPath:"#/properties/status/properties/retried/properties/id/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
else {
const err382 = {instancePath:instancePath+"/status/retried/id",schemaPath:"#/properties/status/properties/retried/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
if(data130.by !== undefined){
let data132 = data130.by;
if(typeof data132 === "string"){
if(data132.length > 253){
const err383 = {instancePath:instancePath+"/status/retried/by",schemaPath:"#/properties/status/properties/retried/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
else {
const err384 = {instancePath:instancePath+"/status/retried/by",schemaPath:"#/properties/status/properties/retried/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
if(data130.time !== undefined){
let data133 = data130.time;
if(typeof data133 === "string"){
if(data133.length > 40){
const err385 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(!pattern22.test(data133)){
const err386 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/status/retried/time",schemaPath:"#/properties/status/properties/retried/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
if(data130.cleared !== undefined){
let data134 = data130.cleared;
if(Array.isArray(data134)){
if(data134.length > 64){
const err388 = {instancePath:instancePath+"/status/retried/cleared",schemaPath:"#/properties/status/properties/retried/properties/cleared/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
const len16 = data134.length;
for(let i16=0; i16<len16; i16++){
let data135 = data134[i16];
if(typeof data135 === "string"){
if(data135.length > 1024){
const err389 = {instancePath:instancePath+"/status/retried/cleared/" + i16,schemaPath:"#/properties/status/properties/retried/properties/cleared/items/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
else {
const err390 = {instancePath:instancePath+"/status/retried/cleared/" + i16,schemaPath:"#/properties/status/properties/retried/properties/cleared/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
}
else {
const err391 = {instancePath:instancePath+"/status/retried/cleared",schemaPath:"#/properties/status/properties/retried/properties/cleared/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
if(data130.done !== undefined){
if(typeof data130.done !== "boolean"){
const err392 = {instancePath:instancePath+"/status/retried/done",schemaPath:"#/properties/status/properties/retried/properties/done/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
}
else {
const err393 = {instancePath:instancePath+"/status/retried",schemaPath:"#/properties/status/properties/retried/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
if(data66.blockedBy !== undefined){
let data137 = data66.blockedBy;
if(Array.isArray(data137)){
if(data137.length > 32){
const err394 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
const len17 = data137.length;
for(let i17=0; i17<len17; i17++){
let data138 = data137[i17];
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if(data138.code === undefined){
const err395 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if(data138.message === undefined){
const err396 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
if(data138.since === undefined){
const err397 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
if(data138.owner === undefined){
const err398 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
if(data138.nextCheckTime === undefined){
const err399 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "nextCheckTime"},message:"must have required property '"+"nextCheckTime"+"'"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
for(const key29 in data138){
if(!(((((((key29 === "code") || (key29 === "message")) || (key29 === "node")) || (key29 === "pool")) || (key29 === "since")) || (key29 === "owner")) || (key29 === "nextCheckTime"))){
const err400 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
if(data138.code !== undefined){
let data139 = data138.code;
if(typeof data139 === "string"){
if(data139.length > 64){
const err401 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(!pattern32.test(data139)){
const err402 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
else {
const err403 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data138.message !== undefined){
let data140 = data138.message;
if(typeof data140 === "string"){
if(data140.length > 2048){
const err404 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
else {
const err405 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
if(data138.node !== undefined){
let data141 = data138.node;
if(typeof data141 === "string"){
if(data141.length > 253){
const err406 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(data141.length < 1){
const err407 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
else {
const err408 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
if(data138.pool !== undefined){
let data142 = data138.pool;
if(typeof data142 === "string"){
if(data142.length > 253){
const err409 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(data142.length < 1){
const err410 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
else {
const err411 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data138.since !== undefined){
let data143 = data138.since;
if(typeof data143 === "string"){
if(data143.length > 40){
const err412 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(!pattern22.test(data143)){
const err413 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
else {
const err414 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
if(data138.owner !== undefined){
let data144 = data138.owner;
if(typeof data144 !== "string"){
const err415 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(!(((((data144 === "operator") || (data144 === "agent")) || (data144 === "user")) || (data144 === "workload")) || (data144 === "cluster"))){
const err416 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.blockedBy.items.properties.owner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data138.nextCheckTime !== undefined){
let data145 = data138.nextCheckTime;
if(typeof data145 === "string"){
if(data145.length > 40){
const err417 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if(!pattern22.test(data145)){
const err418 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
else {
const err419 = {instancePath:instancePath+"/status/blockedBy/" + i17+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
}
else {
const err420 = {instancePath:instancePath+"/status/blockedBy/" + i17,schemaPath:"#/properties/status/properties/blockedBy/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
}
else {
const err421 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
}
else {
const err422 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
else {
const err423 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

