(function(){"use strict";
var label=document.getElementById("filter"),none=document.getElementById("none"),rows=document.querySelectorAll("tbody tr:not(.up)");
if(label&&rows.length>1){label.hidden=false;var input=label.querySelector("input");
input.addEventListener("input",function(){var want=input.value.toLowerCase(),shown=0;
rows.forEach(function(row){var hit=row.cells[0].textContent.toLowerCase().indexOf(want)>=0;row.hidden=!hit;shown+=hit});
none.textContent=want?shown+" of "+rows.length+" names match":""});
document.addEventListener("keydown",function(event){if(event.key==="/"&&!/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)){event.preventDefault();input.focus()}});}
var form=document.querySelector("form");
if(form)form.addEventListener("submit",function(event){event.preventDefault();
var bar=form.querySelector("progress"),status=form.querySelector("[role=status]"),button=form.querySelector("button"),call=new XMLHttpRequest();
bar.hidden=false;bar.value=0;button.disabled=true;status.textContent="";
call.upload.onprogress=function(e){if(e.lengthComputable)bar.value=e.loaded/e.total};
call.onload=function(){button.disabled=false;bar.hidden=true;
if(call.status<300)location.reload();else status.textContent="Not uploaded: "+call.status+" "+call.statusText};
call.onerror=function(){button.disabled=false;bar.hidden=true;status.textContent="Not uploaded: the connection failed"};
call.open("POST",location.pathname);call.setRequestHeader("Accept","application/json");call.send(new FormData(form))});
})();
