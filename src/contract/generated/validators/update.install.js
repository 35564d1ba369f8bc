// Made by `npm run generate` from schemas/v1. Do not edit.
import "./shared-6LIGCL3Z.js";

// schema:update.install.request
var updateInstall = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/update.install.request.json", "description": "Installs software updates on this computer, as the task sequence step does: scan, install, restart and scan again, until nothing is left. Called again after a restart, it goes on. A dry run scans and installs nothing.", "type": "object", "properties": { "target": { "description": "All: what the update server offers; Mandatory: without updates that are optional (SMSInstallUpdateTarget).", "type": "string", "enum": ["All", "Mandatory"], "default": "All" }, "cachedScan": { "description": "Every scan but the first evaluates cached scan results.", "type": "boolean", "default": true }, "acceptLicenseTerms": { "description": "Accepts the licence terms of updates; without it, an update that has some is skipped.", "type": "boolean", "default": false }, "restart": { "description": "Restarts the computer where an update asks for it; without it, the answer is RestartRequired.", "type": "boolean", "default": false }, "scanTimeout": { "description": "Seconds that a scan may take (SMSTSSoftwareUpdateScanTimeout).", "type": "integer", "minimum": 1, "maximum": 604800, "default": 3600 }, "locationTimeout": { "description": "Seconds until the content must be located.", "type": "integer", "minimum": 1, "maximum": 604800, "default": 3600 }, "downloadTimeout": { "description": "Seconds that the content of one update may take.", "type": "integer", "minimum": 1, "maximum": 604800, "default": 3600 }, "inactivePointTimeout": { "description": "Seconds that the place of the content may send nothing.", "type": "integer", "minimum": 1, "maximum": 604800, "default": 3600 }, "inactivityTimeout": { "description": "Seconds in which an installation may not move.", "type": "integer", "minimum": 1, "maximum": 604800, "default": 28800 }, "secondRestartWait": { "description": "Seconds to wait after a restart, because an update may restart twice (SMSTSWaitForSecondReboot).", "type": "integer", "minimum": 0, "maximum": 604800, "default": 0 }, "retryCount": { "description": "Unexpected restarts after which the step begins again.", "type": "integer", "minimum": 0, "maximum": 5, "default": 2 }, "maximumRounds": { "description": "Rounds after which updates that come back are a failure.", "type": "integer", "minimum": 1, "maximum": 100, "default": 10 } }, "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.target === void 0) {
      data.target = "All";
    }
    if (data.cachedScan === void 0) {
      data.cachedScan = true;
    }
    if (data.acceptLicenseTerms === void 0) {
      data.acceptLicenseTerms = false;
    }
    if (data.restart === void 0) {
      data.restart = false;
    }
    if (data.scanTimeout === void 0) {
      data.scanTimeout = 3600;
    }
    if (data.locationTimeout === void 0) {
      data.locationTimeout = 3600;
    }
    if (data.downloadTimeout === void 0) {
      data.downloadTimeout = 3600;
    }
    if (data.inactivePointTimeout === void 0) {
      data.inactivePointTimeout = 3600;
    }
    if (data.inactivityTimeout === void 0) {
      data.inactivityTimeout = 28800;
    }
    if (data.secondRestartWait === void 0) {
      data.secondRestartWait = 0;
    }
    if (data.retryCount === void 0) {
      data.retryCount = 2;
    }
    if (data.maximumRounds === void 0) {
      data.maximumRounds = 10;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.target;
    if (typeof data0 !== "string") {
      const err1 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (!(data0 === "All" || data0 === "Mandatory")) {
      const err2 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/enum", keyword: "enum", params: { allowedValues: schema11.properties.target.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (typeof data.cachedScan !== "boolean") {
      const err3 = { instancePath: instancePath + "/cachedScan", schemaPath: "#/properties/cachedScan/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (typeof data.acceptLicenseTerms !== "boolean") {
      const err4 = { instancePath: instancePath + "/acceptLicenseTerms", schemaPath: "#/properties/acceptLicenseTerms/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data.restart !== "boolean") {
      const err5 = { instancePath: instancePath + "/restart", schemaPath: "#/properties/restart/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data4 = data.scanTimeout;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err6 = { instancePath: instancePath + "/scanTimeout", schemaPath: "#/properties/scanTimeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 604800 || isNaN(data4)) {
        const err7 = { instancePath: instancePath + "/scanTimeout", schemaPath: "#/properties/scanTimeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data4 < 1 || isNaN(data4)) {
        const err8 = { instancePath: instancePath + "/scanTimeout", schemaPath: "#/properties/scanTimeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data5 = data.locationTimeout;
    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
      const err9 = { instancePath: instancePath + "/locationTimeout", schemaPath: "#/properties/locationTimeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (typeof data5 == "number" && isFinite(data5)) {
      if (data5 > 604800 || isNaN(data5)) {
        const err10 = { instancePath: instancePath + "/locationTimeout", schemaPath: "#/properties/locationTimeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (data5 < 1 || isNaN(data5)) {
        const err11 = { instancePath: instancePath + "/locationTimeout", schemaPath: "#/properties/locationTimeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    let data6 = data.downloadTimeout;
    if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
      const err12 = { instancePath: instancePath + "/downloadTimeout", schemaPath: "#/properties/downloadTimeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (typeof data6 == "number" && isFinite(data6)) {
      if (data6 > 604800 || isNaN(data6)) {
        const err13 = { instancePath: instancePath + "/downloadTimeout", schemaPath: "#/properties/downloadTimeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (data6 < 1 || isNaN(data6)) {
        const err14 = { instancePath: instancePath + "/downloadTimeout", schemaPath: "#/properties/downloadTimeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    let data7 = data.inactivePointTimeout;
    if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
      const err15 = { instancePath: instancePath + "/inactivePointTimeout", schemaPath: "#/properties/inactivePointTimeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (typeof data7 == "number" && isFinite(data7)) {
      if (data7 > 604800 || isNaN(data7)) {
        const err16 = { instancePath: instancePath + "/inactivePointTimeout", schemaPath: "#/properties/inactivePointTimeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (data7 < 1 || isNaN(data7)) {
        const err17 = { instancePath: instancePath + "/inactivePointTimeout", schemaPath: "#/properties/inactivePointTimeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    let data8 = data.inactivityTimeout;
    if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
      const err18 = { instancePath: instancePath + "/inactivityTimeout", schemaPath: "#/properties/inactivityTimeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    if (typeof data8 == "number" && isFinite(data8)) {
      if (data8 > 604800 || isNaN(data8)) {
        const err19 = { instancePath: instancePath + "/inactivityTimeout", schemaPath: "#/properties/inactivityTimeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (data8 < 1 || isNaN(data8)) {
        const err20 = { instancePath: instancePath + "/inactivityTimeout", schemaPath: "#/properties/inactivityTimeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    let data9 = data.secondRestartWait;
    if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
      const err21 = { instancePath: instancePath + "/secondRestartWait", schemaPath: "#/properties/secondRestartWait/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
    if (typeof data9 == "number" && isFinite(data9)) {
      if (data9 > 604800 || isNaN(data9)) {
        const err22 = { instancePath: instancePath + "/secondRestartWait", schemaPath: "#/properties/secondRestartWait/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (data9 < 0 || isNaN(data9)) {
        const err23 = { instancePath: instancePath + "/secondRestartWait", schemaPath: "#/properties/secondRestartWait/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    let data10 = data.retryCount;
    if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
      const err24 = { instancePath: instancePath + "/retryCount", schemaPath: "#/properties/retryCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err24];
      } else {
        vErrors.push(err24);
      }
      errors++;
    }
    if (typeof data10 == "number" && isFinite(data10)) {
      if (data10 > 5 || isNaN(data10)) {
        const err25 = { instancePath: instancePath + "/retryCount", schemaPath: "#/properties/retryCount/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5 }, message: "must be <= 5" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (data10 < 0 || isNaN(data10)) {
        const err26 = { instancePath: instancePath + "/retryCount", schemaPath: "#/properties/retryCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    let data11 = data.maximumRounds;
    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
      const err27 = { instancePath: instancePath + "/maximumRounds", schemaPath: "#/properties/maximumRounds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err27];
      } else {
        vErrors.push(err27);
      }
      errors++;
    }
    if (typeof data11 == "number" && isFinite(data11)) {
      if (data11 > 100 || isNaN(data11)) {
        const err28 = { instancePath: instancePath + "/maximumRounds", schemaPath: "#/properties/maximumRounds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (data11 < 1 || isNaN(data11)) {
        const err29 = { instancePath: instancePath + "/maximumRounds", schemaPath: "#/properties/maximumRounds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
  } else {
    const err30 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  updateInstall
};
