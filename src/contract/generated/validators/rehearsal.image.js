// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:rehearsal.image.request
var rehearsalImage = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/rehearsal.image.request.json", "description": "Makes a synthetic Windows image for rehearsals, or whole media around one.", "type": "object", "properties": { "out": { "description": "File that is written, with upgradePackage the folder; it must not exist.", "type": "string", "minLength": 1 }, "spec": { "description": "What the image holds, as JSON; `imgupdate schema show rehearsal.image.request` explains its members. An index has a revision (the number behind the build: 4349 of 26100.4349) and may have dotNet (the version of the installed update of .NET, for example 10.0.9321.3).", "type": "object", "properties": { "indexes": { "type": "array", "minItems": 1, "maxItems": 32, "items": { "description": "One index.", "type": "object", "properties": { "name": { "type": "string", "minLength": 1 }, "edition": { "description": "For example Enterprise.", "type": "string", "minLength": 1 }, "installationType": { "description": "Client, Server or Server Core.", "type": "string", "minLength": 1 }, "release": { "description": "For example 24H2.", "type": "string", "minLength": 1 }, "build": { "description": "For example 26100.", "type": "integer", "minimum": 1, "maximum": 999999 }, "revision": { "description": "The number behind the build, which monthly updates raise: 4349 of 26100.4349.", "type": "integer", "minimum": 0, "maximum": 999999 }, "architecture": { "$ref": "architecture.json" }, "language": { "description": "For example en-US.", "type": "string", "minLength": 1 }, "packages": { "description": "How many further packages.", "type": "integer", "minimum": 0 }, "files": { "description": "How many further files.", "type": "integer", "minimum": 0 }, "bytes": { "description": "Bytes of all further files together.", "type": "integer", "minimum": 0 }, "dotNet": { "description": "Version of the installed cumulative update of .NET, three or four numbers: 10.0.9321.3. Without it none is installed.", "type": "string" }, "pe": { "description": "What a Windows PE is for: a plain one, Setup (with its programs in \\sources), or a recovery environment, which takes no cumulative update.", "enum": ["plain", "setup", "recovery"] }, "winre": { "description": "Whether the recovery image is inside.", "type": "boolean" }, "boot": { "description": "Boot managers in the image and in its recovery image: those of 2011 and, unless updated is false, those of 2023. No firmware starts them.", "type": "object", "properties": { "svn": { "description": "Secure version number, default 9.0.", "type": "string", "pattern": "^[0-9]{1,4}\\.[0-9]{1,4}$" }, "recoverySvn": { "description": "That of the recovery image; default the same.", "type": "string", "pattern": "^[0-9]{1,4}\\.[0-9]{1,4}$" }, "updated": { "type": "boolean" } }, "additionalProperties": false } }, "required": ["name", "edition", "installationType", "release", "build", "revision", "architecture", "language"], "additionalProperties": false } }, "compression": { "type": "string", "enum": ["none", "XPRESS"], "default": "XPRESS" }, "upgradePackage": { "description": "Media around the image, as on a disc of Windows: out becomes a folder with the image in sources\\install.wim, boot.wim (Windows PE and Setup), the programs of Setup, boot managers and boot sectors. An object says how far what lies around the image is: bootRevision.", "type": ["boolean", "object"], "properties": { "bootRevision": { "description": "The number behind the build of boot.wim and Setup; default is that of the first index.", "type": "integer", "minimum": 0, "maximum": 999999 }, "bootManager": { "description": "Whose boot manager the media starts from.", "enum": ["2011", "2023"], "default": "2011" } }, "additionalProperties": false } }, "required": ["indexes"], "additionalProperties": false } }, "required": ["out", "spec"], "additionalProperties": false };
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/architecture.json", "description": "Processor architecture.", "type": "string", "enum": ["x86", "x64", "arm64"] };
var func2 = require_ucs2length().default;
var func3 = Object.prototype.hasOwnProperty;
var pattern0 = new RegExp("^[0-9]{1,4}\\.[0-9]{1,4}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.out === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "out" }, message: "must have required property 'out'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "out" || key0 === "spec")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.out !== void 0) {
      let data0 = data.out;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err3 = { instancePath: instancePath + "/out", schemaPath: "#/properties/out/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/out", schemaPath: "#/properties/out/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data1 = data.spec;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.compression === void 0) {
          data1.compression = "XPRESS";
        }
        if (data1.indexes === void 0) {
          const err5 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "indexes" }, message: "must have required property 'indexes'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "indexes" || key1 === "compression" || key1 === "upgradePackage")) {
            const err6 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data1.indexes !== void 0) {
          let data2 = data1.indexes;
          if (Array.isArray(data2)) {
            if (data2.length > 32) {
              const err7 = { instancePath: instancePath + "/spec/indexes", schemaPath: "#/properties/spec/properties/indexes/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data2.length < 1) {
              const err8 = { instancePath: instancePath + "/spec/indexes", schemaPath: "#/properties/spec/properties/indexes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data3 = data2[i0];
              if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                if (data3.name === void 0) {
                  const err9 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
                if (data3.edition === void 0) {
                  const err10 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "edition" }, message: "must have required property 'edition'" };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
                if (data3.installationType === void 0) {
                  const err11 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "installationType" }, message: "must have required property 'installationType'" };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
                if (data3.release === void 0) {
                  const err12 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'" };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data3.build === void 0) {
                  const err13 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "build" }, message: "must have required property 'build'" };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                if (data3.revision === void 0) {
                  const err14 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "revision" }, message: "must have required property 'revision'" };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data3.architecture === void 0) {
                  const err15 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (data3.language === void 0) {
                  const err16 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/required", keyword: "required", params: { missingProperty: "language" }, message: "must have required property 'language'" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
                for (const key2 in data3) {
                  if (!func3.call(schema11.properties.spec.properties.indexes.items.properties, key2)) {
                    const err17 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
                if (data3.name !== void 0) {
                  let data4 = data3.name;
                  if (typeof data4 === "string") {
                    if (func2(data4) < 1) {
                      const err18 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/indexes/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err18];
                      } else {
                        vErrors.push(err18);
                      }
                      errors++;
                    }
                  } else {
                    const err19 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/name", schemaPath: "#/properties/spec/properties/indexes/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                }
                if (data3.edition !== void 0) {
                  let data5 = data3.edition;
                  if (typeof data5 === "string") {
                    if (func2(data5) < 1) {
                      const err20 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/edition", schemaPath: "#/properties/spec/properties/indexes/items/properties/edition/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err20];
                      } else {
                        vErrors.push(err20);
                      }
                      errors++;
                    }
                  } else {
                    const err21 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/edition", schemaPath: "#/properties/spec/properties/indexes/items/properties/edition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err21];
                    } else {
                      vErrors.push(err21);
                    }
                    errors++;
                  }
                }
                if (data3.installationType !== void 0) {
                  let data6 = data3.installationType;
                  if (typeof data6 === "string") {
                    if (func2(data6) < 1) {
                      const err22 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/installationType", schemaPath: "#/properties/spec/properties/indexes/items/properties/installationType/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err22];
                      } else {
                        vErrors.push(err22);
                      }
                      errors++;
                    }
                  } else {
                    const err23 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/installationType", schemaPath: "#/properties/spec/properties/indexes/items/properties/installationType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err23];
                    } else {
                      vErrors.push(err23);
                    }
                    errors++;
                  }
                }
                if (data3.release !== void 0) {
                  let data7 = data3.release;
                  if (typeof data7 === "string") {
                    if (func2(data7) < 1) {
                      const err24 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/release", schemaPath: "#/properties/spec/properties/indexes/items/properties/release/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err24];
                      } else {
                        vErrors.push(err24);
                      }
                      errors++;
                    }
                  } else {
                    const err25 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/release", schemaPath: "#/properties/spec/properties/indexes/items/properties/release/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                }
                if (data3.build !== void 0) {
                  let data8 = data3.build;
                  if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                    const err26 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/build", schemaPath: "#/properties/spec/properties/indexes/items/properties/build/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                  if (typeof data8 == "number" && isFinite(data8)) {
                    if (data8 > 999999 || isNaN(data8)) {
                      const err27 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/build", schemaPath: "#/properties/spec/properties/indexes/items/properties/build/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, message: "must be <= 999999" };
                      if (vErrors === null) {
                        vErrors = [err27];
                      } else {
                        vErrors.push(err27);
                      }
                      errors++;
                    }
                    if (data8 < 1 || isNaN(data8)) {
                      const err28 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/build", schemaPath: "#/properties/spec/properties/indexes/items/properties/build/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err28];
                      } else {
                        vErrors.push(err28);
                      }
                      errors++;
                    }
                  }
                }
                if (data3.revision !== void 0) {
                  let data9 = data3.revision;
                  if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                    const err29 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/revision", schemaPath: "#/properties/spec/properties/indexes/items/properties/revision/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                  if (typeof data9 == "number" && isFinite(data9)) {
                    if (data9 > 999999 || isNaN(data9)) {
                      const err30 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/revision", schemaPath: "#/properties/spec/properties/indexes/items/properties/revision/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, message: "must be <= 999999" };
                      if (vErrors === null) {
                        vErrors = [err30];
                      } else {
                        vErrors.push(err30);
                      }
                      errors++;
                    }
                    if (data9 < 0 || isNaN(data9)) {
                      const err31 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/revision", schemaPath: "#/properties/spec/properties/indexes/items/properties/revision/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err31];
                      } else {
                        vErrors.push(err31);
                      }
                      errors++;
                    }
                  }
                }
                if (data3.architecture !== void 0) {
                  let data10 = data3.architecture;
                  if (typeof data10 !== "string") {
                    const err32 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/architecture", schemaPath: "architecture.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                  if (!(data10 === "x86" || data10 === "x64" || data10 === "arm64")) {
                    const err33 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/architecture", schemaPath: "architecture.json/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err33];
                    } else {
                      vErrors.push(err33);
                    }
                    errors++;
                  }
                }
                if (data3.language !== void 0) {
                  let data11 = data3.language;
                  if (typeof data11 === "string") {
                    if (func2(data11) < 1) {
                      const err34 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/language", schemaPath: "#/properties/spec/properties/indexes/items/properties/language/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err34];
                      } else {
                        vErrors.push(err34);
                      }
                      errors++;
                    }
                  } else {
                    const err35 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/language", schemaPath: "#/properties/spec/properties/indexes/items/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                }
                if (data3.packages !== void 0) {
                  let data12 = data3.packages;
                  if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                    const err36 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/packages", schemaPath: "#/properties/spec/properties/indexes/items/properties/packages/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                  if (typeof data12 == "number" && isFinite(data12)) {
                    if (data12 < 0 || isNaN(data12)) {
                      const err37 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/packages", schemaPath: "#/properties/spec/properties/indexes/items/properties/packages/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err37];
                      } else {
                        vErrors.push(err37);
                      }
                      errors++;
                    }
                  }
                }
                if (data3.files !== void 0) {
                  let data13 = data3.files;
                  if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                    const err38 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/files", schemaPath: "#/properties/spec/properties/indexes/items/properties/files/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err38];
                    } else {
                      vErrors.push(err38);
                    }
                    errors++;
                  }
                  if (typeof data13 == "number" && isFinite(data13)) {
                    if (data13 < 0 || isNaN(data13)) {
                      const err39 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/files", schemaPath: "#/properties/spec/properties/indexes/items/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                  }
                }
                if (data3.bytes !== void 0) {
                  let data14 = data3.bytes;
                  if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                    const err40 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/bytes", schemaPath: "#/properties/spec/properties/indexes/items/properties/bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                  if (typeof data14 == "number" && isFinite(data14)) {
                    if (data14 < 0 || isNaN(data14)) {
                      const err41 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/bytes", schemaPath: "#/properties/spec/properties/indexes/items/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err41];
                      } else {
                        vErrors.push(err41);
                      }
                      errors++;
                    }
                  }
                }
                if (data3.dotNet !== void 0) {
                  if (typeof data3.dotNet !== "string") {
                    const err42 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/dotNet", schemaPath: "#/properties/spec/properties/indexes/items/properties/dotNet/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                }
                if (data3.pe !== void 0) {
                  let data16 = data3.pe;
                  if (!(data16 === "plain" || data16 === "setup" || data16 === "recovery")) {
                    const err43 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/pe", schemaPath: "#/properties/spec/properties/indexes/items/properties/pe/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.indexes.items.properties.pe.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err43];
                    } else {
                      vErrors.push(err43);
                    }
                    errors++;
                  }
                }
                if (data3.winre !== void 0) {
                  if (typeof data3.winre !== "boolean") {
                    const err44 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/winre", schemaPath: "#/properties/spec/properties/indexes/items/properties/winre/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
                if (data3.boot !== void 0) {
                  let data18 = data3.boot;
                  if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                    for (const key3 in data18) {
                      if (!(key3 === "svn" || key3 === "recoverySvn" || key3 === "updated")) {
                        const err45 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err45];
                        } else {
                          vErrors.push(err45);
                        }
                        errors++;
                      }
                    }
                    if (data18.svn !== void 0) {
                      let data19 = data18.svn;
                      if (typeof data19 === "string") {
                        if (!pattern0.test(data19)) {
                          const err46 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot/svn", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/properties/svn/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,4}\\.[0-9]{1,4}$" }, message: 'must match pattern "^[0-9]{1,4}\\.[0-9]{1,4}$"' };
                          if (vErrors === null) {
                            vErrors = [err46];
                          } else {
                            vErrors.push(err46);
                          }
                          errors++;
                        }
                      } else {
                        const err47 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot/svn", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/properties/svn/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err47];
                        } else {
                          vErrors.push(err47);
                        }
                        errors++;
                      }
                    }
                    if (data18.recoverySvn !== void 0) {
                      let data20 = data18.recoverySvn;
                      if (typeof data20 === "string") {
                        if (!pattern0.test(data20)) {
                          const err48 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot/recoverySvn", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/properties/recoverySvn/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,4}\\.[0-9]{1,4}$" }, message: 'must match pattern "^[0-9]{1,4}\\.[0-9]{1,4}$"' };
                          if (vErrors === null) {
                            vErrors = [err48];
                          } else {
                            vErrors.push(err48);
                          }
                          errors++;
                        }
                      } else {
                        const err49 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot/recoverySvn", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/properties/recoverySvn/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err49];
                        } else {
                          vErrors.push(err49);
                        }
                        errors++;
                      }
                    }
                    if (data18.updated !== void 0) {
                      if (typeof data18.updated !== "boolean") {
                        const err50 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot/updated", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/properties/updated/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/spec/indexes/" + i0 + "/boot", schemaPath: "#/properties/spec/properties/indexes/items/properties/boot/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
              } else {
                const err52 = { instancePath: instancePath + "/spec/indexes/" + i0, schemaPath: "#/properties/spec/properties/indexes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
          } else {
            const err53 = { instancePath: instancePath + "/spec/indexes", schemaPath: "#/properties/spec/properties/indexes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        let data22 = data1.compression;
        if (typeof data22 !== "string") {
          const err54 = { instancePath: instancePath + "/spec/compression", schemaPath: "#/properties/spec/properties/compression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        if (!(data22 === "none" || data22 === "XPRESS")) {
          const err55 = { instancePath: instancePath + "/spec/compression", schemaPath: "#/properties/spec/properties/compression/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.compression.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
        if (data1.upgradePackage !== void 0) {
          let data23 = data1.upgradePackage;
          if (typeof data23 !== "boolean" && !(data23 && typeof data23 == "object" && !Array.isArray(data23))) {
            const err56 = { instancePath: instancePath + "/spec/upgradePackage", schemaPath: "#/properties/spec/properties/upgradePackage/type", keyword: "type", params: { type: schema11.properties.spec.properties.upgradePackage.type }, message: "must be boolean,object" };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
          if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
            if (data23.bootManager === void 0) {
              data23.bootManager = "2011";
            }
            for (const key4 in data23) {
              if (!(key4 === "bootRevision" || key4 === "bootManager")) {
                const err57 = { instancePath: instancePath + "/spec/upgradePackage", schemaPath: "#/properties/spec/properties/upgradePackage/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data23.bootRevision !== void 0) {
              let data24 = data23.bootRevision;
              if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                const err58 = { instancePath: instancePath + "/spec/upgradePackage/bootRevision", schemaPath: "#/properties/spec/properties/upgradePackage/properties/bootRevision/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
              if (typeof data24 == "number" && isFinite(data24)) {
                if (data24 > 999999 || isNaN(data24)) {
                  const err59 = { instancePath: instancePath + "/spec/upgradePackage/bootRevision", schemaPath: "#/properties/spec/properties/upgradePackage/properties/bootRevision/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, message: "must be <= 999999" };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
                if (data24 < 0 || isNaN(data24)) {
                  const err60 = { instancePath: instancePath + "/spec/upgradePackage/bootRevision", schemaPath: "#/properties/spec/properties/upgradePackage/properties/bootRevision/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
              }
            }
            let data25 = data23.bootManager;
            if (!(data25 === "2011" || data25 === "2023")) {
              const err61 = { instancePath: instancePath + "/spec/upgradePackage/bootManager", schemaPath: "#/properties/spec/properties/upgradePackage/properties/bootManager/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.upgradePackage.properties.bootManager.enum }, message: "must be equal to one of the allowed values" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
          }
        }
      } else {
        const err62 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
  } else {
    const err63 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err63];
    } else {
      vErrors.push(err63);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  rehearsalImage
};
