// What makes pages better where there is script: nothing here is needed to take part.
import "./counting.js";
import "./dialogs.js";
import "./maps.js";
